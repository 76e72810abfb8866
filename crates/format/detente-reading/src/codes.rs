//! The kinds of document that cannot be read. Each has a page, `codes/NAME.md`, which stands in the book and behind
//! `detente explain NAME`; a test runs its example.

use detente_base::{Code, Severity};

macro_rules! codes {
    ($($constant:ident $name:literal;)*) => {
        $(
            #[doc = concat!("See `codes/", $name, ".md`.")]
            pub static $constant: Code = Code {
                name: $name,
                severity: Severity::Error,
                page: include_str!(concat!("../codes/", $name, ".md")),
            };
        )*

        /// Every kind, in the order of the book.
        pub static ALL: &[&Code] = &[$(&$constant),*];
    };
}

codes! {
    DOCUMENT_TOO_LARGE "document-too-large";
    DOCUMENT_NOT_TEXT "document-not-text";
    DOCUMENT_EMPTY "document-empty";
    PDF_UNREADABLE "pdf-unreadable";
    PDF_IS_IMAGE "pdf-is-image";
}

/// The kind with this name.
pub fn find(name: &str) -> Option<&'static Code> {
    ALL.iter().copied().find(|code| code.name == name)
}
