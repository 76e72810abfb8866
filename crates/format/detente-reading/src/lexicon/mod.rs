//! The words by which stances are known: data, one file per language.

mod inflect;

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

use crate::phrases::{By, Phrases};
use crate::proposal::Stance;
use inflect::forms;

/// What a phrase that shows a stance is, grammatically.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Form {
    /// A verb; its subject holds the stance.
    Verb,
    /// A noun; its possessor, or the subject of its clause, holds the stance.
    Noun,
    /// An adjective or a fixed phrase; as a verb.
    Phrase,
    /// Said of the issue; the one who speaks holds the stance.
    Predicate,
    /// "must": a demand of the one who speaks.
    Obligation,
    /// "would": an offer, where somebody speaks of the own party.
    OwnWill,
    /// "would never": ruled out.
    OwnRefusal,
}

/// A phrase of the condition list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Marker {
    /// Whether it says only when, not whether.
    pub(crate) is_weak: bool,
}

/// Which kind of thing follows an attribution.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Via {
    /// An outlet, a document, or somebody of the case.
    According,
    /// A document.
    Document,
    /// An outlet, if it is a name.
    Outlet,
}

/// The words of one language, ready to be looked up.
#[derive(Clone, Debug)]
pub(crate) struct Lexicon {
    abbreviations: BTreeSet<String>,
    pub(crate) cues: Phrases<(Stance, Form)>,
    /// Verbs of saying; `true` where what is said is itself a claim.
    pub(crate) says: Phrases<bool>,
    pub(crate) chains: Phrases<Via>,
    pub(crate) conditions: Phrases<Marker>,
    pub(crate) negations: Phrases<()>,
    pub(crate) undoing: Phrases<()>,
    pub(crate) taken_up: Phrases<()>,
    pub(crate) offices: Phrases<()>,
    office_adjectives: BTreeSet<String>,
    unnamed: BTreeSet<String>,
    titles: BTreeSet<String>,
    plain: BTreeSet<String>,
    prepositions: BTreeSet<String>,
    clause_openers: BTreeSet<String>,
    pub(crate) pronouns: Pronouns,
}

/// Pronouns, by whom they stand for.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Pronouns {
    pub(crate) person: BTreeSet<String>,
    pub(crate) party: BTreeSet<String>,
    pub(crate) own: BTreeSet<String>,
    pub(crate) possessive: BTreeSet<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    #[serde(rename = "language")]
    _language: String,
    abbreviations: BTreeSet<String>,
    offices: Vec<String>,
    office_adjectives: BTreeSet<String>,
    unnamed: BTreeSet<String>,
    titles: BTreeSet<String>,
    #[serde(rename = "plain_words")]
    plain: BTreeSet<String>,
    prepositions: BTreeSet<String>,
    clause_openers: BTreeSet<String>,
    pronouns: Pronouns,
    taken_up: Vec<String>,
    cues: Vec<Cues>,
    obligation: List,
    own_will: List,
    own_refusal: List,
    negation: Negation,
    reporting: Reporting,
    chain: Chain,
    condition: Condition,
    irregular: BTreeMap<String, Vec<String>>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct List {
    phrases: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Cues {
    stance: Stance,
    #[serde(default)]
    verbs: Vec<String>,
    #[serde(default)]
    nouns: Vec<String>,
    #[serde(default)]
    phrases: Vec<String>,
    #[serde(default)]
    predicates: Vec<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Negation {
    words: Vec<String>,
    undoing: Vec<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Reporting {
    says: Vec<String>,
    claims: BTreeSet<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Chain {
    according: Vec<String>,
    documents: Vec<String>,
    outlets: Vec<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Condition {
    markers: Vec<String>,
    weak: BTreeSet<String>,
}

const ENGLISH: &str = include_str!("en.toml");

impl Lexicon {
    /// The English lexicon. A test reads the file; one that could not be read would hold no word and find nothing.
    pub(crate) fn english() -> Self {
        Self::of(toml::from_str(ENGLISH).unwrap_or_default())
    }

    fn of(words: Words) -> Self {
        let irregular = &words.irregular;
        let mut cues = Phrases::new(By::Form);
        for of_stance in &words.cues {
            let mut add = |phrase: &str, form| cues.add(phrase, (of_stance.stance, form));
            inflected(&of_stance.verbs, irregular).for_each(|verb| add(&verb, Form::Verb));
            of_stance.nouns.iter().for_each(|noun| add(noun, Form::Noun));
            of_stance.phrases.iter().for_each(|phrase| add(phrase, Form::Phrase));
            of_stance.predicates.iter().for_each(|phrase| add(phrase, Form::Predicate));
        }
        words.obligation.phrases.iter().for_each(|phrase| cues.add(phrase, (Stance::Demand, Form::Obligation)));
        words.own_will.phrases.iter().for_each(|phrase| cues.add(phrase, (Stance::Offer, Form::OwnWill)));
        words.own_refusal.phrases.iter().for_each(|phrase| cues.add(phrase, (Stance::RuleOut, Form::OwnRefusal)));
        let mut says = Phrases::new(By::Form);
        for verb in &words.reporting.says {
            let is_claim = words.reporting.claims.contains(verb);
            inflected(std::slice::from_ref(verb), irregular).for_each(|form| says.add(&form, is_claim));
        }
        let mut chains = Phrases::new(By::Form);
        words.chain.according.iter().for_each(|phrase| chains.add(phrase, Via::According));
        words.chain.documents.iter().for_each(|phrase| chains.add(phrase, Via::Document));
        words.chain.outlets.iter().for_each(|phrase| chains.add(phrase, Via::Outlet));
        let mut conditions = Phrases::new(By::Form);
        for marker in &words.condition.markers {
            conditions.add(marker, Marker { is_weak: words.condition.weak.contains(marker) });
        }
        let undoing: Vec<String> = inflected(&words.negation.undoing, irregular).collect();
        Self {
            cues,
            says,
            chains,
            conditions,
            negations: plain(&words.negation.words),
            undoing: plain(&undoing),
            taken_up: plain(&words.taken_up),
            offices: plain(&words.offices),
            abbreviations: words.abbreviations,
            office_adjectives: words.office_adjectives,
            unnamed: words.unnamed,
            titles: words.titles,
            plain: words.plain,
            prepositions: words.prepositions,
            clause_openers: words.clause_openers,
            pronouns: words.pronouns,
        }
    }

    pub(crate) fn is_abbreviation(&self, word: &str) -> bool {
        self.abbreviations.contains(word)
    }

    pub(crate) fn is_office_adjective(&self, word: &str) -> bool {
        self.office_adjectives.contains(word)
    }

    pub(crate) fn is_unnamed(&self, word: &str) -> bool {
        self.unnamed.contains(word)
    }

    pub(crate) fn is_plain(&self, word: &str) -> bool {
        self.plain.contains(word)
    }

    pub(crate) fn is_preposition(&self, word: &str) -> bool {
        self.prepositions.contains(word)
    }

    pub(crate) fn opens_clause(&self, word: &str) -> bool {
        self.clause_openers.contains(word)
    }

    pub(crate) fn is_title(&self, word: &str) -> bool {
        self.titles.contains(word)
    }
}

fn plain(phrases: &[String]) -> Phrases<()> {
    let mut index = Phrases::new(By::Form);
    phrases.iter().for_each(|phrase| index.add(phrase, ()));
    index
}

/// Each verb in all its forms, with the words after it.
fn inflected<'v>(
    verbs: &'v [String],
    irregular: &'v BTreeMap<String, Vec<String>>,
) -> impl Iterator<Item = String> + 'v {
    verbs.iter().flat_map(move |verb| {
        let (first, rest) = verb.split_once(' ').unwrap_or((verb, ""));
        forms(first, irregular).into_iter().map(move |form| format!("{form} {rest}"))
    })
}

#[cfg(test)]
mod tests {
    use super::{ENGLISH, Form, Lexicon, Words};
    use crate::proposal::Stance;
    use crate::text::tokens;

    #[test]
    fn the_english_lexicon_can_be_read() {
        toml::from_str::<Words>(ENGLISH).expect("a lexicon");
    }

    #[test]
    fn cues_are_found_in_every_form_of_their_verb() {
        let lexicon = Lexicon::english();
        let check = |text: &str, wanted: (usize, Stance, Form)| {
            let (length, found) = lexicon.cues.at(&tokens(text, 0), 0).expect("a cue");
            assert_eq!((length, found[0].0, found[0].1), wanted, "{text}");
        };
        check("ruling out", (2, Stance::RuleOut, Form::Verb));
        check("ruled this out", (3, Stance::RuleOut, Form::Verb));
        check("objections to", (2, Stance::Oppose, Form::Noun));
        check("would never", (2, Stance::RuleOut, Form::OwnRefusal));
        check("non-negotiable", (2, Stance::RuleOut, Form::Predicate));
    }
}
