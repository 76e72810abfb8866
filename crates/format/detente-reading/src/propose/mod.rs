//! From sentences to proposals.

mod about;
mod assembly;
mod extent;
mod holder;

use detente_case::{Case, IssueIdx};

use crate::actors::{Actor, Actors};
use crate::issues::{Hit, Issues};
use crate::lexicon::Lexicon;
use crate::proposal::Proposal;
use crate::sentence::{Chain, Condition, Cue, Frame, Memory, Mention, View, chain, conditions, cues, frames, mentions};
use crate::text::{Paragraph, paragraphs};
use assembly::Assembly;

/// Reads texts against one case.
pub struct Reader<'c> {
    pub(crate) lexicon: Lexicon,
    pub(crate) actors: Actors<'c>,
    pub(crate) issues: Issues,
    pub(crate) case: &'c Case,
}

/// What is carried from sentence to sentence.
#[derive(Default)]
struct Carried {
    memory: Memory,
    /// The issues last spoken of in this paragraph.
    issues: Vec<IssueIdx>,
    /// Who was last quoted in this paragraph.
    quoted: Option<Actor>,
    /// Whose words the whole paragraph is.
    owner: Option<Actor>,
    /// Who said the last thing of the paragraph before, if it ended with a colon.
    introduced_by: Option<Actor>,
}

/// A sentence with all that was found in it.
struct Found<'a> {
    view: View<'a>,
    hits: Vec<Hit>,
    mentions: Vec<Mention>,
    frames: Vec<Frame>,
    cues: Vec<Cue>,
    conditions: Vec<Condition>,
    chain: Chain,
}

impl<'c> Reader<'c> {
    /// Gets ready to read texts about `case`.
    pub fn new(case: &'c Case) -> Self {
        let lexicon = Lexicon::english();
        Self { actors: Actors::of(case), issues: Issues::of(case, &lexicon), lexicon, case }
    }

    /// Proposes statements: sentences in which somebody of the case takes a stance, in order of place.
    ///
    /// # Cost
    /// Linear in the text: a sentence is read with what its paragraph has said so far.
    pub fn read(&self, text: &str) -> Vec<Proposal> {
        let mut carried = Carried::default();
        let mut found = Vec::new();
        for paragraph in &paragraphs(text, &self.lexicon) {
            self.paragraph(text, paragraph, &mut carried, &mut found);
        }
        in_scalars(text, &mut found);
        found
    }

    fn paragraph(&self, text: &str, paragraph: &Paragraph, carried: &mut Carried, into: &mut Vec<Proposal>) {
        carried.memory.new_paragraph();
        carried.issues.clear();
        carried.quoted = None;
        carried.owner = carried.introduced_by.take();
        let mut last = None;
        for sentence in &paragraph.sentences {
            let view = View {
                text,
                paragraph,
                start: sentence.start,
                end: sentence.end,
                lexicon: &self.lexicon,
                actors: &self.actors,
            };
            let found = self.sentence(view, carried);
            if sentence.start == 0 {
                carried.owner = transcript(&found).or(carried.owner.take());
            }
            let before = into.len();
            Assembly { reader: self, found: &found, carried }.proposals(into);
            drop_repeated(into, before);
            last = found.frames.last().and_then(|frame| frame.actor.clone()).or(last);
            Self::keep(&found, carried);
        }
        if paragraph.introduces {
            carried.introduced_by = last;
        }
    }

    fn sentence<'a>(&'a self, view: View<'a>, carried: &mut Carried) -> Found<'a> {
        let hits = self.issues.hits(view.tokens(), view.start..view.end);
        let mentions = mentions(&view, &hits, &mut carried.memory);
        let frames = frames(&view, &mentions);
        let cues = cues(&view, &mentions, &hits);
        let chain = chain(&view, &mentions);
        Found { conditions: conditions(&view), view, hits, mentions, frames, cues, chain }
    }

    fn keep(found: &Found<'_>, carried: &mut Carried) {
        carried.memory.keep(&found.mentions);
        if let Some(hit) = found.hits.iter().rev().find(|hit| !hit.is_weak) {
            carried.issues.clone_from(&hit.issues);
        }
        let speaks = found.frames.iter().find(|frame| found.view.quotation(frame.verb.start).is_none());
        carried.quoted = speaks.and_then(|frame| frame.actor.clone()).or_else(|| carried.quoted.take());
    }
}

/// Whose words a paragraph "NAME: …" is.
fn transcript(found: &Found<'_>) -> Option<Actor> {
    let first = found.mentions.first().filter(|mention| mention.tokens.start == found.view.start)?;
    (found.view.form(first.tokens.end) == ":").then(|| first.actor.clone())?
}

/// Of proposals about the same words, party, issue and stance the most reliable stays.
fn drop_repeated(proposals: &mut Vec<Proposal>, from: usize) {
    let mut kept: Vec<Proposal> = Vec::new();
    for next in proposals.drain(from..) {
        let same = |other: &&mut Proposal| {
            (other.party, other.issue, other.stance) == (next.party, next.issue, next.stance)
                && other.bytes.start < next.bytes.end
                && next.bytes.start < other.bytes.end
        };
        match kept.iter_mut().find(same) {
            Some(other) if other.confidence < next.confidence => *other = next,
            Some(_) => {}
            None => kept.push(next),
        }
    }
    kept.sort_by_key(|proposal| (proposal.bytes.start, proposal.bytes.end, proposal.issue));
    proposals.append(&mut kept);
}

/// Fills in where the words stand in Unicode scalar values, in one pass.
pub(crate) fn in_scalars(text: &str, proposals: &mut [Proposal]) {
    let mut ends: Vec<(usize, usize, bool)> = Vec::new();
    for (rank, proposal) in proposals.iter().enumerate() {
        ends.push((proposal.bytes.start, rank, true));
        ends.push((proposal.bytes.end, rank, false));
    }
    ends.sort_unstable();
    let (mut byte, mut scalars) = (0, 0);
    for (end, rank, is_start) in ends {
        scalars += text.get(byte..end).map_or(0, |between| between.chars().count());
        byte = end;
        let Some(proposal) = proposals.get_mut(rank) else { continue };
        let place = if is_start { &mut proposal.scalars.start } else { &mut proposal.scalars.end };
        *place = scalars;
    }
}
