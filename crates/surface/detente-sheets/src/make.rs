//! One sheet, from what was asked to its page of data.

use detente::Opened;
use detente::base::Watch;
use detente::case::{Case, Resolution};
use detente::casefile::{Folder, case_hash, estimates_hash, read_at};
use detente::estimate::EstimateSet;
use detente::evidence::{Record, Shown, Window};
use detente::process::{StepStanding, steps};
use detente_report::sheet::{self, About, Audience, Estimates, Sheet};

use crate::{Fault, Name, Wanted, Whom};
use crate::{brief, briefing, compare, deal, debrief, fund, gives, map, symmetry, why};

/// What a sheet is made of.
#[derive(Clone, Copy, Debug)]
pub struct Source<'a> {
    /// The folder; for the room one [`for_room`].
    pub opened: &'a Opened,
    /// Its case.
    pub case: &'a Case,
    /// The set of estimates on a sheet for the team, if any.
    pub set: Option<&'a EstimateSet>,
    /// How finely lenses are negotiated in it.
    pub resolution: Resolution,
}

/// The folder read again as if it had no estimates, so that none can reach a sheet.
pub fn for_room(opened: &Opened, resolution: Resolution) -> Opened {
    let files = opened.folder.files().map(|(_, file)| file.clone()).filter(|file| !file.path.starts_with("estimates/"));
    let mut folder = Folder::new(files.collect());
    folder.texts.clone_from(&opened.folder.texts);
    let reading = read_at(&folder, resolution);
    Opened { root: opened.root.clone(), folder, reading }
}

/// Makes a sheet.
///
/// # Cost
/// That of the questions it rests on; `watch` sees how far they are and can end them.
///
/// # Errors
/// Those of the questions; what does not fit the sheet or the case. Where the record lacks something the sheet says so instead.
pub fn make(source: &Source<'_>, wanted: &Wanted, watch: &dyn Watch) -> Result<Sheet, Fault> {
    if wanted.name.most_packages() < wanted.packages.len() {
        return Err(Fault::argument("this sheet is not about so many packages", packages_hint(wanted.name)));
    }
    let of = Of::new(source, wanted, watch)?;
    let (case, about) = (source.case, &of.about);
    Ok(match wanted.name {
        Name::RedLines => sheet::red_lines(about, &of.record()),
        Name::CommonGround => sheet::common_ground(about, &of.record()),
        Name::Changes => sheet::changes(about, &of.record()),
        Name::Process => sheet::process(about, &of.steps()),
        Name::Why => why::why(&of)?,
        Name::Deal => deal::deal(&of)?,
        Name::Gives => gives::gives(about, watch)?,
        Name::Compare => compare::compare(about, &wanted.packages)?,
        Name::Text => sheet::agreement(about, &wanted.package(case), &source.opened.reading.agreement),
        Name::Brief => brief::brief(&of),
        Name::Debrief => debrief::debrief(&of)?,
        Name::Map => map::map(about, source.opened, &wanted.packages),
        Name::Fund => fund::fund(about, source.opened, &wanted.package(case)),
        Name::Symmetry => symmetry::symmetry(&of)?,
        Name::Briefing => briefing::briefing(&of)?,
    })
}

fn packages_hint(name: Name) -> &'static str {
    match name.most_packages() {
        0 => "name no package",
        1 => "name one package",
        _ => "name two packages",
    }
}

/// A sheet in the making.
pub(crate) struct Of<'a> {
    pub(crate) source: &'a Source<'a>,
    pub(crate) about: About<'a>,
    pub(crate) wanted: &'a Wanted,
    pub(crate) watch: &'a dyn Watch,
}

impl<'a> Of<'a> {
    fn new(source: &'a Source<'a>, wanted: &'a Wanted, watch: &'a dyn Watch) -> Result<Self, Fault> {
        let hash = |set: &EstimateSet| estimates_hash(&source.opened.folder, set.id.as_str()).to_string();
        let audience = match (wanted.whom, source.set) {
            (Whom::Room, None) => Audience::Room,
            (Whom::Room, Some(_)) => {
                let hint = "name no estimates, or make the sheet for the team";
                return Err(Fault::argument("a sheet for the room holds nothing estimated", hint));
            }
            (Whom::Team, set) => Audience::Team(set.map(|set| Estimates { set, hash: hash(set) })),
        };
        let about = About {
            case: source.case,
            ledger: &source.opened.reading.ledger,
            hash: case_hash(&source.opened.folder).to_string(),
            audience,
        };
        Ok(Self { source, about, wanted, watch })
    }

    pub(crate) fn record(&self) -> Record {
        let case = self.source.case;
        let window = Window { from: self.wanted.since, to: case.as_of };
        Record::of(case, self.about.ledger, case.as_of, window, &Shown::default())
    }

    pub(crate) fn steps(&self) -> Vec<StepStanding> {
        steps(self.source.case, self.source.case.as_of)
    }
}
