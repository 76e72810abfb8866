//! The word of one start, which every question must know.

use std::fmt;

/// A random word made when the server starts; never written to disk by the server.
#[derive(Clone, PartialEq, Eq)]
pub struct Token(String);

impl Token {
    /// 256 random bits, in hexadecimal.
    ///
    /// # Errors
    /// Where the system gives no random numbers.
    pub fn random() -> Result<Self, getrandom::Error> {
        let mut bytes = [0_u8; 32];
        getrandom::fill(&mut bytes)?;
        Ok(Self(bytes.iter().map(|byte| format!("{byte:02x}")).collect()))
    }

    /// A word known beforehand, for tests.
    pub fn known(word: &str) -> Self {
        Self(word.to_owned())
    }

    /// The word.
    pub fn word(&self) -> &str {
        &self.0
    }

    /// Whether `said` is the word; takes as long whatever the first difference.
    pub fn is(&self, said: &[u8]) -> bool {
        let word = self.0.as_bytes();
        word.len() == said.len() && word.iter().zip(said).fold(0, |all, (a, b)| all | (a ^ b)) == 0
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token(…)")
    }
}
