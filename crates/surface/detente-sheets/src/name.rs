//! Which sheets there are, and what each can be told.

/// A sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Name {
    /// Every stated limit.
    RedLines,
    /// What is agreed and what is not.
    CommonGround,
    /// Changes of position.
    Changes,
    /// Steps and conditions.
    Process,
    /// What cannot hold together.
    Why,
    /// One package.
    Deal,
    /// What is at stake for whom.
    Gives,
    /// Two packages.
    Compare,
    /// The negotiating text.
    Text,
    /// One party's own paper.
    Brief,
    /// The packages of a class.
    Debrief,
    /// The territory.
    Map,
    /// The resource fund.
    Fund,
    /// The exchange of two parties.
    Symmetry,
    /// Several sheets bound together.
    Briefing,
}

/// What a sheet can be told beyond the case, the set of estimates and whom it is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Takes {
    /// One package, whole or not.
    Package,
    /// Two packages.
    Packages,
    /// The day after which changes count.
    Since,
    /// How many draws, and with which seed.
    Draws,
    /// A party.
    Party,
    /// A table of packages.
    Table,
    /// Two parties.
    Swap,
}

impl Takes {
    /// The word for it on the wire.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Package => "package",
            Self::Packages => "packages",
            Self::Since => "since",
            Self::Draws => "draws",
            Self::Party => "party",
            Self::Table => "table",
            Self::Swap => "swap",
        }
    }
}

impl Name {
    /// All of them.
    pub const ALL: [Self; 15] = [
        Self::RedLines,
        Self::CommonGround,
        Self::Changes,
        Self::Process,
        Self::Why,
        Self::Deal,
        Self::Gives,
        Self::Compare,
        Self::Text,
        Self::Brief,
        Self::Debrief,
        Self::Map,
        Self::Fund,
        Self::Symmetry,
        Self::Briefing,
    ];

    /// The sheet with this id.
    pub fn of(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|name| name.id() == id)
    }

    /// Its id.
    pub const fn id(self) -> &'static str {
        self.row().0
    }

    /// Its title in a list of sheets.
    pub const fn title(self) -> &'static str {
        self.row().1
    }

    /// What is on it, in a line.
    pub const fn says(self) -> &'static str {
        self.row().2
    }

    /// What it can be told.
    pub const fn takes(self) -> &'static [Takes] {
        match self {
            Self::RedLines | Self::CommonGround | Self::Process | Self::Gives => &[],
            Self::Changes => &[Takes::Since],
            Self::Why | Self::Text | Self::Fund => &[Takes::Package],
            Self::Deal => &[Takes::Package, Takes::Draws],
            Self::Compare | Self::Map => &[Takes::Packages],
            Self::Brief => &[Takes::Party],
            Self::Debrief => &[Takes::Table],
            Self::Symmetry => &[Takes::Swap, Takes::Draws],
            Self::Briefing => &[Takes::Package, Takes::Draws, Takes::Since],
        }
    }

    /// How many packages it can be about.
    pub fn most_packages(self) -> usize {
        let most = |takes: &Takes| match takes {
            Takes::Package => 1,
            Takes::Packages => 2,
            _ => 0,
        };
        self.takes().iter().map(most).max().unwrap_or(0)
    }

    const fn row(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::RedLines => {
                ("red-lines", "Red lines", "Every stated limit with its words, its speaker and who could lift it")
            }
            Self::CommonGround => {
                ("common-ground", "Common ground", "What is agreed, not opposed, contested or unknown")
            }
            Self::Changes => ("changes", "What changed", "Changes of position, with dates and quotes"),
            Self::Process => ("process", "Steps and conditions", "Steps, who takes part, what blocks them"),
            Self::Why => ("why", "What stands in the way", "What cannot hold together, and what opens the space"),
            Self::Deal => (
                "deal",
                "A draft, issue by issue",
                "One package: what it does to each stated limit, who objects, what must come first",
            ),
            Self::Gives => (
                "gives",
                "Who has how much at stake",
                "How much each party has at stake on each issue, in words; for the team only",
            ),
            Self::Compare => (
                "compare",
                "Two packages compared",
                "What differs between two packages, and what each does to every stated limit",
            ),
            Self::Text => (
                "text",
                "The text of an agreement",
                "The negotiating text of a package, clause by clause, and what it is held against",
            ),
            Self::Brief => {
                ("brief", "One party's brief", "The case as the room knows it, and one party's own estimates")
            }
            Self::Debrief => {
                ("debrief", "What a class agreed on", "What the pairs of a class agreed on, beside the frontier")
            }
            Self::Map => ("map", "The territory", "A map, units, reported control, what a package or two say, sources"),
            Self::Fund => (
                "fund",
                "A resource fund",
                "The fund's terms with their sources; for the team also what its assumptions give each year",
            ),
            Self::Symmetry => (
                "symmetry",
                "Two parties exchanged",
                "Every result held against that of the case in which two parties are exchanged",
            ),
            Self::Briefing => (
                "briefing",
                "Briefing",
                "Overview, common ground, changes, red lines, a package or why there is none, process, assumptions, bound \
                 together",
            ),
        }
    }
}
