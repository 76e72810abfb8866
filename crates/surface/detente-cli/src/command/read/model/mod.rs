//! A model asked to propose beside the rules: off unless its address is given, and nothing it says is kept unchecked.

mod address;
mod client;

use std::collections::BTreeMap;

use detente::reading::{Checked, Dropped, ForModel, Proposal, Reader};

use detente_api as api;

use crate::args::Model;
use crate::exit::Failure;
pub(super) use address::Address;
use client::Client;

/// What a model was asked and what became of its answers.
#[derive(Clone, Debug)]
pub(crate) struct Heard {
    /// The name it was asked for by.
    pub(crate) name: Option<String>,
    /// About how many pieces of the text.
    pub(crate) pieces: usize,
    /// How many of its proposals hold against text and case.
    pub(crate) held: usize,
    /// How many do not, by reason.
    pub(crate) dropped: BTreeMap<Dropped, usize>,
}

impl Heard {
    pub(super) fn on_the_wire(&self) -> api::AskedModel {
        let dropped =
            self.dropped.iter().map(|(reason, count)| api::DroppedProposals { reason: reason.name(), count: *count });
        api::AskedModel { name: self.name.clone(), pieces: self.pieces, held: self.held, dropped: dropped.collect() }
    }
}

/// The address of the model, if one was given and may be asked. Nothing is sent yet.
pub(super) fn address(args: &Model) -> Result<Option<Address>, Failure> {
    args.url.as_deref().map(|url| Address::of(url, args.beyond_this_machine)).transpose()
}

/// What the model proposes, checked against text and case. Says on stderr where the text goes before it goes.
#[expect(clippy::print_stderr, reason = "where the text goes is said before anything else can fail")]
pub(super) fn ask(
    args: &Model,
    address: &Address,
    reader: &Reader<'_>,
    text: &str,
) -> Result<(Vec<Proposal>, Heard), Failure> {
    let document = ForModel::new(reader, text);
    let pieces = document.pieces();
    let number = if pieces.len() == 1 { "1 piece".to_owned() } else { format!("{} pieces", pieces.len()) };
    eprintln!("the text of the document and the case's names go, in {number}, to {address}");
    let client = Client::new(address, args)?;
    let mut checked = Checked::default();
    for (rank, piece) in pieces.iter().enumerate() {
        let answer = client.ask(&document.question(piece), (rank, pieces.len()))?;
        checked.add(document.check(piece, &answer));
    }
    let heard = Heard {
        name: args.name.clone(),
        pieces: pieces.len(),
        held: checked.proposals.len(),
        dropped: checked.dropped,
    };
    Ok((checked.proposals, heard))
}
