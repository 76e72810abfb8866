//! What is asked: which limits bind, whose consent is needed, from which draft on.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use detente_base::Decimal;
use detente_case::{Case, ChoiceIdx, Consent, IssueIdx, PartyIdx};

use crate::{FrontierWanted, LimitRef};

/// What is asked of a case; the default is what the case itself says.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// Limits switched on or off against their firmness.
    pub switched: BTreeMap<LimitRef, bool>,
    /// Limits of which it is doubted that they are in force, with the probability that they are; only draws look at it.
    pub firm: BTreeMap<LimitRef, Decimal>,
    /// Whether every limit binds, whatever its firmness.
    pub all_limits: bool,
    /// Consents other than the case's.
    pub consents: Consents,
    /// The parties between whom frontier and principles are drawn, where not those whose consent is always needed.
    pub over: Option<Vec<PartyIdx>>,
    /// What is fixed.
    pub draft: BTreeMap<IssueIdx, ChoiceIdx>,
    /// Issues left open within brackets, each with the choices it is held to: a package with another choice is none of the
    /// question. An empty set leaves no package.
    pub open: BTreeMap<IssueIdx, BTreeSet<ChoiceIdx>>,
    /// How much of the frontier is wanted.
    pub frontier: FrontierWanted,
    /// The most steps that a search for a principle or a frontier may take, where an answer is wanted at once: what is not proved
    /// within them says what was reached and what no package exceeds, and packages are not counted.
    pub steps: Option<u64>,
    /// Whether the second answer is wanted without counting packages, without what each party can get and, where there is no package,
    /// without what cannot hold together.
    pub lean: bool,
    /// How many examples are wanted.
    pub examples: usize,
    /// A party whose best packages are asked for.
    pub best_for: Option<PartyIdx>,
}

/// Consents other than the case's.
pub type Consents = BTreeMap<PartyIdx, Consent>;

impl Settings {
    /// The case with the consents that are asked for.
    pub fn apply<'c>(&self, case: &'c Case) -> Cow<'c, Case> {
        let own = self.consents.iter().map(|(&party, consent)| (party, consent));
        let over = self.over.iter().flatten().map(|&party| (party, &Consent::Always));
        let mut case = Cow::Borrowed(case);
        for (party, consent) in own.chain(over) {
            if case.parties[party].consent != *consent {
                case.to_mut().parties[party].consent = consent.clone();
            }
        }
        case
    }

    /// As much of the settings as an answer without estimates looks at.
    #[must_use]
    pub fn without_estimates(&self) -> Self {
        let stated = |(limit, _): &(&LimitRef, &bool)| !matches!(limit, LimitRef::Estimated(..));
        Self {
            switched: self.switched.iter().filter(stated).map(|(&limit, &on)| (limit, on)).collect(),
            firm: BTreeMap::new(),
            steps: None,
            frontier: FrontierWanted::default(),
            best_for: None,
            lean: false,
            ..self.clone()
        }
    }

    /// The parties between whom frontier and principles are drawn.
    pub fn principals(&self, case: &Case) -> Vec<PartyIdx> {
        self.over.clone().unwrap_or_else(|| case.principals())
    }
}
