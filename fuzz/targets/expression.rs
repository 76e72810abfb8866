//! Any text is an expression or a problem, and an expression reads back as it is printed.
#![no_main]

use detente_case::expr::parse;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    match parse(text) {
        Ok(expression) => {
            let printed = expression.to_string();
            let again = parse(&printed).map(|expression| expression.to_string());
            assert_eq!(again.as_ref(), Ok(&printed), "from {text:?}");
        }
        Err(problem) => {
            assert!(problem.start <= problem.end && problem.end <= text.len(), "{problem:?} is outside {text:?}");
            assert!(text.is_char_boundary(problem.start) && text.is_char_boundary(problem.end), "{problem:?}");
        }
    }
});
