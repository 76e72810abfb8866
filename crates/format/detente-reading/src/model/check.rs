//! A model's claims held against text and case.

use std::collections::BTreeSet;
use std::ops::Range;

use detente_case::{Case, PartyIdx};

use super::answer::{Claim, claims};
use super::ask::matters;
use super::{Checked, Dropped, ForModel};
use crate::actors::{Actor, Who};
use crate::proposal::{By, MAX_QUOTE_WORDS, Proposal, Speaker, Stance, Via};
use crate::propose::Reader;
use crate::propose::in_scalars;
use crate::sentence::{Chain, Memory, View, chain, date, mentions};
use crate::text::{Paragraph, tokens};

/// The most words of a name.
const LONGEST_NAME: usize = 12;
/// Where a model's proposals rank: under every rule. What it says of its own certainty is not asked.
const RANK: u8 = 30;

/// Everybody of the case whom a document names.
pub(super) struct Named(BTreeSet<Who>);

impl Named {
    pub(super) fn of(reader: &Reader<'_>, paragraphs: &[Paragraph]) -> Self {
        let mut named = BTreeSet::new();
        for paragraph in paragraphs {
            for at in 0..paragraph.tokens.len() {
                let Some((_, actor)) = reader.actors.at(&paragraph.tokens, at) else { continue };
                named.extend(actor.person.map(Who::Person));
                named.extend(actor.party.map(Who::Party));
            }
        }
        Self(named)
    }

    /// Whether a person, or the party they speak for, is named.
    fn holds(&self, actor: &Actor) -> bool {
        let who = actor.person.map(Who::Person).into_iter().chain(actor.party.map(Who::Party));
        who.into_iter().any(|who| self.0.contains(&who))
    }
}

pub(super) fn checked(of: &ForModel<'_>, piece: &Range<usize>, answer: &str) -> Checked {
    let mut checked = Checked::default();
    for claim in claims(answer) {
        match claim.and_then(|claim| proposal(of, piece, &claim)) {
            Ok(proposal) => checked.proposals.push(proposal),
            Err(reason) => *checked.dropped.entry(reason).or_default() += 1,
        }
    }
    in_scalars(of.text, &mut checked.proposals);
    checked.proposals.sort_by_key(|proposal| (proposal.bytes.start, proposal.bytes.end, proposal.issue));
    checked
}

fn proposal(of: &ForModel<'_>, piece: &Range<usize>, claim: &Claim) -> Result<Proposal, Dropped> {
    let case = of.reader.case;
    let bytes = place(of, piece, claim)?;
    let exact = of.text.get(bytes.clone()).ok_or(Dropped::NotInText)?.to_owned();
    let stance = Stance::ALL.into_iter().find(|stance| stance.name() == claim.stance).ok_or(Dropped::NoStance)?;
    let named = |id: &String| matters(case).into_iter().find(|&idx| case.matter(idx).0.as_str() == *id);
    let issue = claim.issue.as_ref().and_then(named).ok_or(Dropped::NoIssue)?;
    let party = match &claim.party {
        Some(id) => Some(case.party(id).ok_or(Dropped::NotKnown)?),
        None => None,
    };
    let actor = actor(of, claim, party)?;
    let condition = claim.condition.as_ref().map(|words| condition(of, piece, words)).transpose()?;
    let around = Around::of(of, &bytes);
    Ok(Proposal {
        speaker: Speaker {
            name: actor.name.clone(),
            person: actor.person,
            party: actor.party,
            is_named: actor.is_named,
        },
        party: party.or(actor.party),
        via: around.via(of, &bytes),
        chain: around.chain(of).links,
        issue: Some(issue),
        stance,
        is_negated: claim.is_negated,
        condition,
        date: around.view(of).and_then(|view| date(&view)),
        confidence: RANK,
        why: "a model proposed it; its words stand in the text, and who and what it names are known".to_owned(),
        by: By::Model,
        coded: None,
        scalars: 0..0,
        exact,
        bytes,
    })
}

/// The one place of the document that a claim quotes; it must lie in the piece the model was given.
fn place(of: &ForModel<'_>, piece: &Range<usize>, claim: &Claim) -> Result<Range<usize>, Dropped> {
    let found = match of.folded.places(&claim.exact, 2).as_slice() {
        [] => return Err(Dropped::NotInText),
        [only] => only.clone(),
        _ => of.folded.only_after(&claim.prefix, &claim.exact).ok_or(Dropped::NotOnce)?,
    };
    if found.start < piece.start || piece.end < found.end {
        return Err(Dropped::NotInText);
    }
    let words = of.text.get(found.clone()).unwrap_or_default().split_whitespace().count();
    if MAX_QUOTE_WORDS < words { Err(Dropped::TooLong) } else { Ok(found) }
}

/// The condition, as the piece has it.
fn condition(of: &ForModel<'_>, piece: &Range<usize>, words: &str) -> Result<String, Dropped> {
    let inside = |found: &Range<usize>| piece.start <= found.start && found.end <= piece.end;
    let found = of.folded.places(words, usize::MAX).into_iter().find(inside).ok_or(Dropped::NoCondition)?;
    let words: Vec<&str> = of.text.get(found).unwrap_or_default().split_whitespace().collect();
    if MAX_QUOTE_WORDS < words.len() { Err(Dropped::NoCondition) } else { Ok(words.join(" ")) }
}

/// Who speaks: somebody of the case whom the document names, or somebody the document calls so and who speaks for a party it names.
fn actor(of: &ForModel<'_>, claim: &Claim, party: Option<PartyIdx>) -> Result<Actor, Dropped> {
    if let Some(actor) = of_case(of.reader, of.reader.case, &claim.speaker) {
        return if of.named.holds(&actor) { Ok(actor) } else { Err(Dropped::NotNamed) };
    }
    let party = party.ok_or(Dropped::NotKnown)?;
    let place = of.folded.places(&claim.speaker, 1);
    let words = place.first().and_then(|place| of.text.get(place.clone())).ok_or(Dropped::NotKnown)?;
    let words: Vec<&str> = words.split_whitespace().collect();
    if LONGEST_NAME < words.len() {
        return Err(Dropped::NotKnown);
    }
    let is_named = words.len() > 1 && words.iter().all(|word| word.starts_with(char::is_uppercase));
    let actor = Actor { name: words.join(" "), person: None, party: Some(party), is_named, is_unnamed: false };
    if of.named.holds(&actor) { Ok(actor) } else { Err(Dropped::NotNamed) }
}

/// Somebody of the case by id or by one of their names.
fn of_case(reader: &Reader<'_>, case: &Case, speaker: &str) -> Option<Actor> {
    if let Some(person) = case.people.find(|person| person.id == *speaker) {
        return Some(reader.actors.person(person));
    }
    if let Some(party) = case.party(speaker) {
        return Some(reader.actors.party(party));
    }
    let words = tokens(speaker, 0);
    reader.actors.at(&words, 0).filter(|(length, _)| *length == words.len()).map(|(_, actor)| actor)
}

/// The sentence a quote begins in.
struct Around<'m> {
    paragraph: Option<&'m Paragraph>,
    tokens: Range<usize>,
}

impl<'m> Around<'m> {
    fn of(of: &'m ForModel<'_>, bytes: &Range<usize>) -> Self {
        let starts = |paragraph: &Paragraph| paragraph.tokens.first().map_or(usize::MAX, |token| token.start);
        let rank = of.paragraphs.partition_point(|paragraph| starts(paragraph) <= bytes.start);
        let paragraph = rank.checked_sub(1).and_then(|rank| of.paragraphs.get(rank));
        let tokens = paragraph.map_or(0..0, |paragraph| {
            let at = |byte: usize| paragraph.tokens.partition_point(|token| token.end <= byte);
            at(bytes.start)..paragraph.tokens.partition_point(|token| token.start < bytes.end)
        });
        Self { paragraph, tokens }
    }

    fn view<'v>(&self, of: &'v ForModel<'_>) -> Option<View<'v>>
    where
        'm: 'v,
    {
        let paragraph = self.paragraph?;
        let sentence = paragraph.sentences.iter().find(|sentence| sentence.contains(&self.tokens.start))?;
        let reader = of.reader;
        Some(View {
            text: of.text,
            paragraph,
            start: sentence.start,
            end: sentence.end,
            lexicon: &reader.lexicon,
            actors: &reader.actors,
        })
    }

    fn chain(&self, of: &'m ForModel<'_>) -> Chain {
        let Some(view) = self.view(of) else { return Chain::default() };
        let hits = of.reader.issues.hits(view.tokens(), view.start..view.end);
        chain(&view, &mentions(&view, &hits, &mut Memory::default()))
    }

    /// How the words came into the text, by the same signs as the rules have.
    fn via(&self, of: &'m ForModel<'_>, bytes: &Range<usize>) -> Via {
        let Some(view) = self.view(of) else { return Via::Reported };
        let quoted = self.tokens.clone().filter(|&at| view.quotation(at).is_some()).count();
        match () {
            () if view.paragraph.is_headline => Via::Headline,
            () if !bytes.is_empty() && self.tokens.len() < 2 * quoted => Via::Direct,
            () if self.chain(of).has_document => Via::Document,
            () => Via::Reported,
        }
    }
}
