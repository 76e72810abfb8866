//! Values along what a fund is worth to a party: `values.SHARE = { npv = [[amount, value], …] }`.

use detente_base::{Decimal, Diagnostic, Span};
use detente_case::{Case, IssueIdx, PartyIdx};
use detente_estimate::{Amounts, Knot, Values, Why};
use detente_fund::{Discount, Fund, Terms, TooMany, worths};

use super::context::Context;
use super::names::Kind;
use super::numbers::range;
use crate::codes;
use crate::tree::Node;

/// The fund of a folder, as far as it could be read.
#[derive(Clone, Copy)]
pub(super) struct Valued<'f> {
    pub(super) case: &'f Case,
    pub(super) fund: Option<&'f Fund>,
    /// Whether there is a file: then what is wrong with it has been said.
    pub(super) is_written: bool,
}

impl Valued<'_> {
    /// The values of `issue` to `party` in `node`, written under `span`; over nothing where something is wrong.
    pub(super) fn values(
        self,
        context: &mut Context<'_, '_>,
        of: (PartyIdx, IssueIdx),
        node: &Node,
        why: Why,
        span: Span,
    ) -> Values {
        let (tables, knots) = self.read(context, of, node).unwrap_or_default();
        Values::Along { tables, knots, why, span }
    }

    fn read(
        self,
        context: &mut Context<'_, '_>,
        (party, issue): (PartyIdx, IssueIdx),
        node: &Node,
    ) -> Option<(Vec<Amounts>, Vec<Knot>)> {
        let npv = node.get("npv")?;
        let knots = knots(context, npv);
        let Some(fund) = self.fund else {
            if !self.is_written {
                without(
                    context,
                    npv.span,
                    "there is no fund.toml in this folder",
                    "add one, or give a curve over the share",
                );
            }
            return None;
        };
        if fund.share != Some(issue) {
            let message = format!("\"{}\" is not the share of the fund", self.case.issues[issue].id);
            without(context, npv.span, &message, "give npv for the issue that fund.toml names as share");
            return None;
        }
        let Some(rate) = fund.rate() else {
            without(
                context,
                npv.span,
                "the fund names no rate for present values",
                "add discount = \"NAME\" to [fund]",
            );
            return None;
        };
        let terms = terms_of(context, fund, node.get("preset"))?;
        let years = usize::try_from(fund.to - fund.from + 1).unwrap_or(0);
        let discount = Discount::new(rate.percent, years)?;
        let tables = match worths(fund, terms, &self.case.issues, party, &discount) {
            Ok(tables) => tables,
            Err(many) => {
                self.too_many(context, npv.span, &many);
                return None;
            }
        };
        let knots = knots?;
        if 1 < tables.len() && !is_line(&knots, &tables) {
            context.report(
                Diagnostic::new(
                    &codes::NPV_OUT_OF_REACH,
                    "a curve over a present value that more than three issues drive",
                )
                .at(npv.span, "only a straight line adds up by stream")
                .hint(format!("write two corners that reach over every present value: {}", ends(&tables))),
            );
            return None;
        }
        Some((tables, knots))
    }

    fn too_many(self, context: &mut Context<'_, '_>, span: Span, many: &TooMany) {
        let ids: Vec<String> = many.issues.iter().map(|&issue| self.case.issues[issue].id.to_string()).collect();
        let message = format!("present values that {} issues decide together: {}", ids.len(), ids.join(", "));
        context.report(
            Diagnostic::new(&codes::NPV_OUT_OF_REACH, message)
                .at(span, format!("{} combinations of choices", many.cells))
                .hint("let each stream depend on two issues beside the share, with tiers that run to the end and no cap; or give a curve over the share"),
        );
    }
}

fn terms_of<'f>(context: &mut Context<'_, '_>, fund: &'f Fund, preset: Option<&Node>) -> Option<&'f Terms> {
    let Some(node) = preset else { return Some(&fund.terms) };
    let id = context.id(&[Kind::Preset], node)?;
    fund.preset(id.as_str()).map(|preset| &preset.terms)
}

fn without(context: &mut Context<'_, '_>, span: Span, message: &str, hint: &str) {
    context.report(Diagnostic::new(&codes::NPV_WITHOUT_FUND, message).at(span, "valued by present value").hint(hint));
}

fn knots(context: &mut Context<'_, '_>, node: &Node) -> Option<Vec<Knot>> {
    let knot = |node: &Node, context: &mut Context<'_, '_>| match node.items() {
        [at, value] => Some(Knot { at: at.number()?, value: range(context, value)? }),
        _ => None,
    };
    let knots: Vec<Option<Knot>> = node.items().iter().map(|item| knot(item, context)).collect();
    let complete: Vec<Knot> = knots.iter().flatten().copied().collect();
    let rises = complete.windows(2).all(|pair| matches!(pair, [left, right] if left.at < right.at));
    if complete.len() == knots.len() && !complete.is_empty() && rises {
        return Some(complete);
    }
    context.report(
        Diagnostic::new(
            &codes::BAD_CURVE,
            "a curve over present values has corners [amount, value] whose amounts rise",
        )
        .at(node.span, "this curve")
        .hint("such as npv = [[-500, 0], [0, [35, 60]], [2000, 100]], in the fund's amounts"),
    );
    None
}

/// The least and the most the sum of the tables can be.
fn reach(tables: &[Amounts]) -> (Decimal, Decimal) {
    let sum = |of: &dyn Fn(&Amounts) -> Option<Decimal>| {
        tables.iter().fold(Decimal::ZERO, |sum, table| sum + of(table).unwrap_or_default())
    };
    (sum(&|table| table.amounts.iter().min().copied()), sum(&|table| table.amounts.iter().max().copied()))
}

fn is_line(knots: &[Knot], tables: &[Amounts]) -> bool {
    let (least, most) = reach(tables);
    matches!(knots, [start, end] if start.at <= least && most <= end.at)
}

fn ends(tables: &[Amounts]) -> String {
    let (least, most) = reach(tables);
    format!("[{least}, …], [{most}, …]")
}
