//! Who is named in a sentence: by name, by office, by pronoun.

use std::collections::BTreeMap;
use std::ops::Range;

use detente_case::PartyIdx;

use super::view::View;
use crate::actors::Actor;
use crate::issues::Hit;

/// How somebody is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Name,
    Office,
    Pronoun,
    /// "we", "I": whoever speaks.
    Own,
}

/// Somebody named in a sentence.
#[derive(Clone, Debug)]
pub(crate) struct Mention {
    pub(crate) tokens: Range<usize>,
    /// Who; nobody for [`Kind::Own`].
    pub(crate) actor: Option<Actor>,
    pub(crate) kind: Kind,
    /// Whether something is said to be theirs.
    pub(crate) is_possessive: bool,
    /// Whether a preposition stands before it, so that it is no subject.
    pub(crate) is_object: bool,
    /// Whether it stands where a clause begins.
    pub(crate) opens_clause: bool,
}

/// Who was spoken of before.
#[derive(Clone, Debug, Default)]
pub(crate) struct Memory {
    /// People the text itself introduced, by the last word of their name.
    pub(crate) introduced: BTreeMap<String, Actor>,
    /// The person who was last a subject in this paragraph.
    person: Option<Actor>,
    /// The party that was last a subject in this paragraph, or spoken for.
    party: Option<PartyIdx>,
}

impl Memory {
    /// Pronouns do not reach across paragraphs.
    pub(crate) fn new_paragraph(&mut self) {
        self.person = None;
        self.party = None;
    }

    /// Remembers the subjects of a sentence.
    pub(crate) fn keep(&mut self, mentions: &[Mention]) {
        let all = || mentions.iter().filter(|mention| mention.kind != Kind::Own);
        let subjects = || all().filter(|mention| !mention.is_object && !mention.is_possessive);
        let actor = |mention: &Mention| mention.actor.clone();
        let is_person = |actor: &Actor| actor.is_named;
        let person = subjects().filter_map(actor).find(is_person).or_else(|| all().filter_map(actor).find(is_person));
        self.person = person.or_else(|| self.person.take());
        let party = |mention: &Mention| mention.actor.as_ref().and_then(|actor| actor.party);
        self.party = subjects().find_map(party).or_else(|| all().find_map(party)).or(self.party);
    }
}

/// The mentions of a sentence, in order. A name inside the words of an issue names the issue, unless it speaks.
pub(crate) fn mentions(view: &View<'_>, hits: &[Hit], memory: &mut Memory) -> Vec<Mention> {
    let mut found: Vec<Mention> = Vec::new();
    let mut at = view.start;
    while at < view.end {
        let mention = mention(view, at, &found, memory).filter(|mention| !names_an_issue(view, mention, hits));
        at = mention.as_ref().map_or(at + 1, |mention| mention.tokens.end.max(at + 1));
        found.extend(mention);
    }
    found
}

fn names_an_issue(view: &View<'_>, mention: &Mention, hits: &[Hit]) -> bool {
    let covers = |hit: &Hit| hit.tokens.start <= mention.tokens.start && mention.tokens.end <= hit.tokens.end;
    let next = mention.tokens.end;
    let speaks =
        view.lexicon.says.at(view.tokens(), next).is_some() || view.lexicon.cues.at(view.tokens(), next).is_some();
    hits.iter().any(covers) && !speaks
}

fn mention(view: &View<'_>, at: usize, before: &[Mention], memory: &mut Memory) -> Option<Mention> {
    if let Some((length, actor)) = view.actors.at(view.tokens(), at) {
        return Some(named(view, at..at + length, actor, memory));
    }
    let token = view.token(at).filter(|token| token.is_word)?;
    if let Some(actor) = memory.introduced.get(&token.form).filter(|_| token.is_capital) {
        return Some(of(view, at..at + 1, actor.clone(), Kind::Name));
    }
    let form = token.form.as_str();
    let pronouns = &view.lexicon.pronouns;
    if pronouns.own.contains(form) {
        let is_possessive = pronouns.possessive.contains(form);
        return Some(Mention {
            tokens: at..at + 1,
            actor: None,
            kind: Kind::Own,
            is_possessive,
            is_object: false,
            opens_clause: true,
        });
    }
    if let Some(actor) = referent(view, form, before, memory) {
        let mut mention = of(view, at..at + 1, actor, Kind::Pronoun);
        mention.is_possessive = pronouns.possessive.contains(form);
        return Some(held(view, &mention).unwrap_or(mention));
    }
    office(view, at, before, memory)
}

/// Whom a pronoun stands for: the first such in this sentence, else the last subject of the paragraph.
fn referent(view: &View<'_>, form: &str, before: &[Mention], memory: &Memory) -> Option<Actor> {
    let pronouns = &view.lexicon.pronouns;
    let of_sentence =
        || before.iter().filter(|mention| !mention.is_object).filter_map(|mention| mention.actor.as_ref());
    if pronouns.person.contains(form) {
        return of_sentence().find(|actor| actor.is_named).cloned().or_else(|| memory.person.clone());
    }
    if pronouns.party.contains(form) {
        let party = of_sentence().filter_map(|actor| actor.party).next_back().or(memory.party)?;
        return Some(view.actors.party(party));
    }
    None
}

fn of(view: &View<'_>, tokens: Range<usize>, actor: Actor, kind: Kind) -> Mention {
    let last = tokens.end.checked_sub(1).and_then(|last| view.token(last));
    let is_possessive = last.is_some_and(|token| token.is_possessive);
    Mention {
        is_object: is_object(view, &tokens),
        opens_clause: opens_clause(view, &tokens),
        tokens,
        actor: Some(actor),
        kind,
        is_possessive,
    }
}

/// The form before `at`, articles and titles aside; `None` at the beginning of the sentence.
fn before<'a>(view: &View<'a>, at: usize) -> Option<&'a str> {
    let skips = |form: &str| {
        matches!(form, "the" | "a" | "an") || view.lexicon.is_title(form) || view.lexicon.is_office_adjective(form)
    };
    (view.start..at).rev().map(|at| view.form(at)).find(|form| !skips(form))
}

/// Whether a preposition stands before; "with X saying" has X as its subject.
fn is_object(view: &View<'_>, tokens: &Range<usize>) -> bool {
    let says = || (tokens.end..tokens.end + 2).any(|at| view.form(at).ends_with("ing"));
    let before = before(view, tokens.start);
    before.is_some_and(|form| view.lexicon.is_preposition(form) && !(form == "with" && says()))
}

fn opens_clause(view: &View<'_>, tokens: &Range<usize>) -> bool {
    let Some(form) = before(view, tokens.start) else { return true };
    let is_mark = !form.chars().any(char::is_alphanumeric);
    let at = tokens.start.saturating_sub(1);
    let says = || view.lexicon.says.at(view.tokens(), at).is_some_and(|(length, _)| at + length == tokens.start);
    is_mark || form == "with" || form.ends_with("ly") || view.lexicon.opens_clause(form) || says()
}

/// A name, with the office and the person that stand with a party's name.
fn named(view: &View<'_>, tokens: Range<usize>, actor: Actor, memory: &mut Memory) -> Mention {
    let mention = of(view, tokens, actor, Kind::Name);
    if mention.actor.as_ref().is_some_and(|actor| actor.person.is_some()) {
        return mention;
    }
    let Some(mut mention) = held(view, &mention) else { return mention };
    if let Some((tokens, name)) = beside(view, &mention) {
        let known = view.actors.at(view.tokens(), tokens.start).filter(|(_, actor)| actor.person.is_some());
        let party = mention.actor.as_ref().and_then(|actor| actor.party);
        let introduced = Actor { name, person: None, party, is_named: true, is_unnamed: false };
        let actor = known.map_or(introduced, |(_, actor)| actor);
        if let Some(last) = actor.name.split_whitespace().last() {
            memory.introduced.insert(last.to_lowercase(), actor.clone());
        }
        mention.tokens = mention.tokens.start.min(tokens.start)..mention.tokens.end.max(tokens.end);
        mention.is_object = is_object(view, &mention.tokens);
        mention.opens_clause = opens_clause(view, &mention.tokens);
        mention.actor = Some(actor);
        mention.is_possessive = false;
    }
    mention
}

/// The office right after a party's name or a possessive pronoun, with whoever holds it.
fn held(view: &View<'_>, whose: &Mention) -> Option<Mention> {
    let party = whose.actor.as_ref()?.party?;
    let mut at = whose.tokens.end;
    while view.lexicon.is_office_adjective(view.form(at)) {
        at += 1;
    }
    let (length, _) = view.lexicon.offices.at(view.tokens(), at)?;
    if whose.kind == Kind::Pronoun && !whose.is_possessive {
        return None;
    }
    let tokens = whose.tokens.start..at + length;
    let office = view.tokens().get(whose.tokens.end..tokens.end)?;
    let holder = view.actors.in_office(party, office);
    let is_unnamed = office.last().is_some_and(|word| view.lexicon.is_unnamed(&word.form));
    let spoken_for = Actor {
        name: if whose.kind == Kind::Pronoun { view.actors.party(party).name } else { view.words(&tokens) },
        person: None,
        party: Some(party),
        is_named: false,
        is_unnamed,
    };
    let mut mention = of(view, tokens, holder.unwrap_or(spoken_for), Kind::Office);
    mention.is_object = whose.is_object;
    Some(mention)
}

/// A name of two words or more right after or right before an office: "the minister, Mara Holt," or "Mara Holt, the minister".
fn beside(view: &View<'_>, office: &Mention) -> Option<(Range<usize>, String)> {
    let is_name = |at: usize| view.token(at).is_some_and(|token| token.is_word && token.is_capital);
    let from = office.tokens.end + usize::from(view.form(office.tokens.end) == ",");
    let after = from..(from..view.end).take_while(|&at| is_name(at)).last().map_or(from, |last| last + 1);
    if 2 <= after.len() && after.len() <= 4 {
        let name = view.words(&after);
        return Some((after, name));
    }
    let comma = office.tokens.start.checked_sub(1).filter(|&at| view.form(at) == ",")?;
    let first = (view.start..comma).rev().take_while(|&at| is_name(at)).last()?;
    let before = first..comma;
    (2 <= before.len() && before.len() <= 4).then(|| (before.clone(), view.words(&before)))
}

/// An office without a name before it: "the ministry", "a senior official in Eastland", "two diplomats".
fn office(view: &View<'_>, at: usize, before: &[Mention], memory: &Memory) -> Option<Mention> {
    let (length, _) = view.lexicon.offices.at(view.tokens(), at)?;
    let mut start = at;
    while start > view.start && view.lexicon.is_office_adjective(view.before(start)) {
        start -= 1;
    }
    let is_definite = matches!(view.before(start), "the" | "both");
    let is_unnamed = view.lexicon.is_unnamed(view.form(at + length - 1)) && !is_definite;
    let party = party_after(view, at + length);
    let reach = party.as_ref().map_or(at + length, |(end, _)| *end);
    let known = || {
        let of_sentence = before.iter().filter_map(|mention| mention.actor.as_ref()?.party).next_back();
        of_sentence.or(memory.party).filter(|_| is_definite && view.before(start) == "the")
    };
    let party = party.map(|(_, party)| party).or_else(known);
    if party.is_none() && !is_unnamed {
        return None;
    }
    let holder = party.and_then(|party| view.actors.in_office(party, view.tokens().get(start..at + length)?));
    let counts = matches!(
        view.before(start),
        "a" | "an" | "the" | "both" | "two" | "three" | "several" | "some" | "many" | "one" | "another"
    );
    let start = start - usize::from(counts);
    let words = start..at + length;
    let spoken_for = Actor { name: view.words(&words), person: None, party, is_named: false, is_unnamed };
    Some(of(view, start..reach, holder.unwrap_or(spoken_for), Kind::Office))
}

/// The party after "of", "in" or "from".
fn party_after(view: &View<'_>, at: usize) -> Option<(usize, PartyIdx)> {
    if !matches!(view.form(at), "of" | "in" | "from" | "for") {
        return None;
    }
    let at = at + 1 + usize::from(view.form(at + 1) == "the");
    let (length, actor) = view.actors.at(view.tokens(), at)?;
    Some((at + length, actor.party?))
}
