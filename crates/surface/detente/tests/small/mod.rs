//! A case small enough to look at every package of it.

use std::path::Path;

use detente::base::Index;
use detente::case::{Case, ChoiceIdx, IssueIdx};
use detente::deals::{Lowered, Settings, lower};
use detente::engine::{Ask, Count, in_zone};
use detente::estimate::EstimateSet;
use detente::{OpenOptions, Opened, open};

pub(crate) fn exactly(number: usize) -> Count {
    Count::Exact(number.into())
}

pub(crate) fn opened(name: &str) -> Opened {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../catalog/textbook").join(name);
    open(&root, &OpenOptions::default()).expect("a case of the catalog")
}

/// A case of four issues that limits, a rule and a conditional consent tie to each other.
pub(crate) fn invented() -> Opened {
    let folder = tempfile::tempdir().expect("a folder");
    let case = "format = 1\n[case]\nid = \"test\"\ntitle = \"Test\"\n[parties]\neastland = { name = \"Eastland\" }\nwestland = { name = \"Westland\" }\nbroker = { name = \"Broker\", consent = \"only if guard = joint\" }\n\
        [issues.bridge]\ntitle = \"Bridge\"\nscale = true\n[issues.bridge.choices]\nclosed = \"Closed\"\ndaytime = \"Daytime\"\nopen = \"Open\"\n\
        [issues.guard]\ntitle = \"Guard\"\nchoices = { none = \"None\", joint = \"Joint\" }\n\
        [issues.toll]\ntitle = \"Toll\"\nrange = { from = 0, to = 4, step = 1 }\n\
        [issues.flag]\ntitle = \"Flag\"\nchoices = { old = \"Old\", new = \"New\" }\n\
        [[rules]]\nid = \"guard-needs-bridge\"\nwhen = \"guard = joint\"\nthen = \"bridge != closed\"\nbasis = \"definition\"\n\
        [[red_lines]]\nid = \"east-on-flag\"\nparty = \"eastland\"\nnever = \"flag = new and bridge = open\"\nfirmness = \"strong\"\n\
        [[red_lines]]\nid = \"west-on-toll\"\nparty = \"westland\"\nnever = \"toll = 4\"\nfirmness = \"stated-absolute\"\n";
    let estimates = "[estimates]\nauthor = \"test\"\n\
        [eastland]\nbecause = \"test\"\nbottom_line = 35\nweights.bridge = 3\nweights.guard = 1\nweights.toll = 4\nweights.flag = 2\nvalues.bridge = { closed = 0, daytime = 40, open = 100 }\nvalues.guard = { none = 100, joint = 0 }\nvalues.toll.curve = [[0, 0], [4, 100]]\nvalues.flag = { old = 100, new = 0 }\n\
        [westland]\nbecause = \"test\"\nbottom_line = 30\nweights.bridge = 2\nweights.guard = 3\nweights.toll = 3\nweights.flag = 2\nvalues.bridge = { closed = 0, daytime = 100, open = 60 }\nvalues.guard = { none = 0, joint = 100 }\nvalues.toll.curve = [[0, 100], [4, 0]]\nvalues.flag = { old = 0, new = 100 }\n\
        [broker]\nbecause = \"test\"\nbottom_line = 20\nweights.bridge = 1\nweights.guard = 0\nweights.toll = 0\nweights.flag = 0\nvalues.bridge = { closed = 0, daytime = 10, open = 100 }\nvalues.guard = { none = 0, joint = 0 }\nvalues.toll.curve = [[0, 0], [4, 0]]\nvalues.flag = { old = 0, new = 0 }\n";
    std::fs::write(folder.path().join("case.toml"), case).expect("written");
    std::fs::create_dir(folder.path().join("estimates")).expect("a folder");
    std::fs::write(folder.path().join("estimates/test.toml"), estimates).expect("written");
    let opened = open(folder.path(), &OpenOptions::default()).expect("opened");
    assert!(opened.reading.is_sound(), "{:?}", opened.reading.diagnostics);
    opened
}

pub(crate) struct Small<'o> {
    pub(crate) case: &'o Case,
    pub(crate) set: &'o EstimateSet,
    pub(crate) lowered: Lowered,
    pub(crate) packages: Vec<Vec<usize>>,
}

impl<'o> Small<'o> {
    pub(crate) fn of(opened: &'o Opened) -> Self {
        let case = opened.reading.case.as_ref().expect("a case");
        let set = &opened.reading.estimates[0];
        let lowered = lower(case, Some(set)).expect("small numbers");
        let mut packages = vec![Vec::new()];
        for &size in &lowered.model.issues {
            let longer = |package: &Vec<usize>| {
                (0..size).map(|choice| [package.clone(), vec![choice]].concat()).collect::<Vec<_>>()
            };
            packages = packages.iter().flat_map(longer).collect();
        }
        Self { case, set, lowered, packages }
    }

    pub(crate) fn zone(&self, ask: &Ask) -> Vec<&Vec<usize>> {
        self.packages.iter().filter(|package| in_zone(&self.lowered.model, ask, package)).collect()
    }

    pub(crate) fn utility(&self, party: usize, package: &[usize]) -> i128 {
        self.lowered.model.parties[party].utility(package)
    }

    pub(crate) fn draft(fixed: &[(usize, usize)]) -> Settings {
        let pair = |&(issue, choice): &(usize, usize)| (IssueIdx::new(issue), ChoiceIdx::new(choice));
        Settings { draft: fixed.iter().map(pair).collect(), ..Settings::default() }
    }
}
