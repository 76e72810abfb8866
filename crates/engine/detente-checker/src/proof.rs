//! Proofs as files: what they are about, what they claim, and a digest.

use crate::canon::{hex, model_hash};
use crate::claim::Step;
use crate::refusal::{Reason, Refusal};
use detente_model::{Ask, Model};
use serde::{Deserialize, Serialize};

/// The form of proof written and understood here.
pub const SCHEMA: &str = "detente.proof/1";

/// Claims about one question, in an order in which each rests on earlier ones only.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Proof {
    /// [`SCHEMA`].
    pub schema: String,
    /// The hash of model and question.
    pub model: String,
    /// The claims.
    pub steps: Vec<Step>,
}

/// A proof with the digest of its content, as it stands in a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sealed {
    /// The proof.
    pub proof: Proof,
    /// The SHA-256 of the proof as compact JSON.
    pub digest: String,
}

impl Proof {
    /// A proof about a question.
    pub fn new(model: &Model, ask: &Ask, steps: Vec<Step>) -> Self {
        Self { schema: SCHEMA.to_owned(), model: model_hash(model, ask), steps }
    }

    /// The proof with its digest.
    pub fn sealed(self) -> Sealed {
        let digest = self.digest();
        Sealed { proof: self, digest }
    }

    /// Writing plain data of numbers, flags and texts cannot fail; if it did, no digest would fit.
    fn digest(&self) -> String {
        serde_json::to_vec(self).map_or_else(|_| String::new(), |bytes| hex(&bytes))
    }
}

impl Sealed {
    /// The proof as JSON.
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Reads a proof and holds it against its digest.
    pub fn from_json(text: &str) -> Result<Self, Refusal> {
        let refused = |reason| Refusal { step: None, branch: None, reason };
        let sealed: Self =
            serde_json::from_str(text).map_err(|error| refused(Reason::NoProof { message: error.to_string() }))?;
        sealed.opened().map_err(refused)?;
        Ok(sealed)
    }

    /// The proof, if the digest is that of its content.
    pub(crate) fn opened(&self) -> Result<&Proof, Reason> {
        if self.proof.schema != SCHEMA {
            return Err(Reason::OtherSchema { found: self.proof.schema.clone(), expected: SCHEMA });
        }
        if self.digest.is_empty() || self.digest != self.proof.digest() { Err(Reason::Digest) } else { Ok(&self.proof) }
    }
}
