//! `detente scenario stats --parquet`: what another reader finds in the file.

use crate::common::Demo;
use parquet::file::reader::{FileReader, SerializedFileReader};

const DOMAIN: &str = r#"<negotiation_template><utility_space number_of_issues="1"><objective name="river">
<issue index="1" name="Gauge" type="discrete"><item value="one"/><item value="two"/></issue>
</objective></utility_space></negotiation_template>
"#;

fn profile(one: u8, two: u8, reservation: &str) -> String {
    format!(
        r#"<utility_space><objective name="river">
<issue index="1" name="Gauge" type="discrete"><item value="one" evaluation="{one}"/><item value="two" evaluation="{two}"/></issue>
<weight index="1" value="1"/></objective>
<reservation value="{reservation}"/></utility_space>
"#
    )
}

#[test]
fn a_row_says_what_the_json_says() {
    let demo = Demo::of(&[
        ("open/domain.xml", DOMAIN),
        ("open/east.xml", &profile(1, 4, "0.2")),
        ("open/west.xml", &profile(4, 3, "0.1")),
        ("shut/domain.xml", DOMAIN),
        ("shut/east.xml", &profile(1, 4, "0.9")),
        ("shut/west.xml", &profile(4, 3, "0.9")),
    ]);
    let file = demo.outside().join("table.parquet");
    let write = || demo.detente(&["scenario", "stats", "case", "--parquet", "table.parquet"]).answer();
    assert_eq!(write(), "");
    let bytes = std::fs::read(&file).expect("written");
    write();
    assert_eq!(std::fs::read(&file).expect("written"), bytes, "the same question gives the same bytes");
    let reader = SerializedFileReader::new(std::fs::File::open(&file).expect("written")).expect("a Parquet file");
    let rows = reader.get_row_iter(None).expect("rows").map(|row| row.expect("a row").to_string());
    insta::assert_snapshot!(rows.collect::<Vec<_>>().join("\n").replace(", ", ",\n  "));
}

#[test]
fn a_table_is_one_thing_or_another() {
    let demo = Demo::of(&[("open/domain.xml", DOMAIN)]);
    let ran = demo.detente(&["scenario", "stats", "case", "--parquet", "table.parquet", "--csv"]);
    assert_eq!((ran.code, ran.err.contains("--csv")), (2, true), "{ran:?}");
}
