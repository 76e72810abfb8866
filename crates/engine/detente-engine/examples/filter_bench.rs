//! Times the filter alone: `filter_bench FILE DIMENSIONS`, FILE holding rows of little-endian 64-bit integers.
//!
//! Prints `{"kept": n, "hash": "…", "ms": x}`; the hash is FNV-1a 64 over the kept rows, lexicographically descending.
#![expect(clippy::print_stdout, reason = "a program that reports")]
#![expect(clippy::disallowed_methods, reason = "reads a file and a clock")]

use detente_engine::nondominated;
use std::error::Error;
use std::time::Instant;

fn main() -> Result<(), Box<dyn Error>> {
    let mut args = std::env::args().skip(1);
    let (Some(file), Some(width)) = (args.next(), args.next()) else {
        return Err("usage: filter_bench FILE DIMENSIONS".into());
    };
    let width: usize = width.parse()?;
    let bytes = std::fs::read(file)?;
    let rows: Vec<i64> = bytes.as_chunks().0.iter().map(|&chunk| i64::from_le_bytes(chunk)).collect();
    let start = Instant::now();
    let kept = nondominated(&rows, width);
    let elapsed = start.elapsed();
    let units = kept.iter().flat_map(|row| &rows[row * width..(row + 1) * width]);
    let hash = units
        .flat_map(|units| units.to_le_bytes())
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    println!(r#"{{"kept": {}, "hash": "{hash:016x}", "ms": {:.3}}}"#, kept.len(), elapsed.as_secs_f64() * 1000.0);
    Ok(())
}
