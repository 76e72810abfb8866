//! What the workbench asks and is told, beside the documents of the commands.

mod ask;
mod case;
mod draft;
mod edit;
mod job;
mod overview;
mod picture;
mod problem;
mod reading;
mod session;
mod sheet;

pub use ask::{Ask, NewCase, OpenCase, Stream, WhatIf, WhatIfOf};
pub use case::{WorkbenchCase, workbench_case};
pub use draft::{DraftEstimated, DraftLeft, drafted};
pub use edit::{
    Change, Changes, CheckText, Conflict, Edit, Edits, FileDiff, FileRow, FileText, Files, KeepDraft, PathStep,
    PutText, Saved,
};
pub use job::{Job, JobAsked, JobEnded, JobProgress};
pub use overview::{Overview, overview};
pub use picture::{
    BestForAnswer, BestForSet, Examples, ExamplesOfSet, Picture, PictureOfSet, best_for, examples, picture,
};
pub use problem::Problem;
pub use reading::{AcceptReadings, Accepted, ChangedStatement, ReadDocument, ReadText, StatementReadAs};
pub use session::{CaseFolders, Session};
pub use sheet::{Quote, SheetAsk, SheetPackage, SheetPage, SheetRow, Sheets, SourceText};
