//! The numbers of a model, apart from its structure.

use detente_model::{Model, ModelError};

/// What a model's numbers are in one case of many: units per choice and linkage, bottom lines, limits in force.
///
/// # Shape
/// `values` holds one party after another, within a party one issue after another, within an issue one choice after another;
/// `linkages` the linkages of one party after another; `lines` a number per party, without meaning where the model gives it no
/// bottom line; `limits` an entry per limit of the model, read where the structure leaves it open.
/// # Units
/// Each party's own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    /// Units per party, issue and choice.
    pub values: Vec<i64>,
    /// Units per linkage.
    pub linkages: Vec<i64>,
    /// The least each party accepts.
    pub lines: Vec<i64>,
    /// Whether each limit is in force.
    pub limits: Vec<bool>,
}

impl Figures {
    /// The model's own numbers, every limit in force.
    pub fn of(model: &Model) -> Self {
        let values = model.parties.iter().flat_map(|party| party.values.iter().flatten().copied());
        let linkages = model.parties.iter().flat_map(|party| party.linkages.iter().map(|link| link.units));
        Self {
            values: values.collect(),
            linkages: linkages.collect(),
            lines: model.parties.iter().map(|party| party.bottom_line.unwrap_or(0)).collect(),
            limits: vec![true; model.limits.len()],
        }
    }

    /// The model with these numbers; limits are a matter of the question and not of the model.
    pub fn model(&self, structure: &Model) -> Model {
        let mut model = structure.clone();
        let (mut values, mut linkages) = (self.values.iter(), self.linkages.iter());
        for (party, &line) in model.parties.iter_mut().zip(&self.lines) {
            let own = party.values.iter_mut().flatten();
            own.zip(values.by_ref()).for_each(|(to, &from)| *to = from);
            party.linkages.iter_mut().zip(linkages.by_ref()).for_each(|(to, &units)| to.units = units);
            party.bottom_line = party.bottom_line.map(|_| line);
        }
        model
    }

    /// Whether these are numbers of such a model.
    pub(super) fn fit(&self, model: &Model) -> Result<(), ModelError> {
        let per_party: usize = model.issues.iter().sum();
        let n_linkages = model.parties.iter().map(|party| party.linkages.len()).sum();
        let wanted = [per_party * model.parties.len(), n_linkages, model.parties.len(), model.limits.len()];
        let found = [self.values.len(), self.linkages.len(), self.lines.len(), self.limits.len()];
        match found.into_iter().zip(wanted).find(|(found, wanted)| found != wanted) {
            Some((found, expected)) => Err(ModelError::DraftLength { found, expected }),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Figures;
    use detente_model::{Consent, Formula, Linkage, Model, Party};

    #[test]
    fn a_model_and_its_own_numbers_are_the_model() {
        let link = |units| Linkage { when: Formula::always(), units };
        let party = |start: i64, linkages: Vec<Linkage>| Party {
            values: vec![vec![start, start + 1], vec![start + 2, start + 3, start + 4]],
            tables: Vec::new(),
            linkages,
            bottom_line: (start != 20).then_some(start),
            consent: Consent::Always,
        };
        let parties = vec![party(10, vec![link(7), link(8)]), party(20, Vec::new()), party(30, vec![link(9)])];
        let model = Model { issues: vec![2, 3], parties, ..Model::default() };
        let mut figures = Figures::of(&model);
        assert_eq!(figures.model(&model), model);
        assert!(figures.fit(&model).is_ok());
        figures.values[7] = 99;
        figures.linkages[2] = 98;
        let other = figures.model(&model);
        assert_eq!(other.parties[1].values[1][0], 99);
        assert_eq!(other.parties[2].linkages[0].units, 98);
        figures.lines.pop();
        assert!(figures.fit(&model).is_err());
    }
}
