//! Funds and terms, any that can be read.

use std::collections::BTreeMap;

use detente_base::{Decimal, FileId, Index, Span, Table};
use detente_case::{Id, PartyIdx};
use detente_estimate::{Range, Why};
use detente_fund::{
    Capital, Corner, Eligible, FiscalTerms, Fund, PriceDeck, PriceIdx, Scale, Stream, Terms, Tier, Until,
};
use proptest::prelude::*;

const FROM: i64 = 2030;
const TO: i64 = 2042;
const SPAN: Span = Span::new(FileId(0), 0, 0);

fn decimal(most: i64) -> impl Strategy<Value = Decimal> {
    (0..=most * 1000).prop_map(Decimal::from_thousandths)
}

fn percent() -> impl Strategy<Value = Decimal> {
    prop_oneof![Just(Decimal::ZERO), Just(Decimal::HUNDRED), decimal(100)]
}

fn range(most: i64) -> impl Strategy<Value = Range> {
    (decimal(most), decimal(most)).prop_map(|(a, b)| Range::uniform(a.min(b), a.max(b)).unwrap())
}

fn corners(most: i64) -> impl Strategy<Value = Vec<Corner>> {
    prop::collection::btree_map(FROM..=TO, range(most), 1..4)
        .prop_map(|years| years.into_iter().map(|(year, range)| Corner { year, range }).collect())
}

fn party() -> impl Strategy<Value = PartyIdx> {
    (0..3_usize).prop_map(PartyIdx::new)
}

fn stream(rank: usize) -> impl Strategy<Value = Stream> {
    let one = Decimal::from_thousandths(1000);
    (
        corners(900),
        corners(900),
        range(60),
        range(4),
        any::<bool>(),
        prop::option::of(party()),
        prop::option::of(party()),
        range(1),
    )
        .prop_map(move |(production, capex, opex, start_delay, new_licence, operator, government, otherwise)| {
            Stream {
                id: Id::new(&format!("stream-{rank}")).unwrap(),
                title: String::new(),
                price: PriceIdx::new(0),
                volume_scale: Scale::Thousand,
                production,
                capex,
                opex,
                start_delay,
                new_licence,
                operator,
                government,
                chances: Vec::new(),
                otherwise: Range::uniform(otherwise.low().min(one), otherwise.high().min(one)).unwrap(),
                why: Why::default(),
                span: SPAN,
            }
        })
}

/// A fund of one to three streams.
pub(crate) fn fund() -> impl Strategy<Value = Fund> {
    let streams = (1..4_usize).prop_flat_map(|count| (0..count).map(stream).collect::<Vec<_>>());
    (streams, corners(300), party()).prop_map(|(streams, path, contributor)| Fund {
        title: String::new(),
        note: None,
        currency: "USD".to_owned(),
        base_year: FROM,
        scale: Scale::Thousand,
        from: FROM,
        to: TO,
        contributor,
        exists: None,
        share: None,
        discount: None,
        shown: BTreeMap::new(),
        rates: Table::default(),
        exchange: Vec::new(),
        prices: [PriceDeck {
            id: Id::new("ore").unwrap(),
            unit: "t".to_owned(),
            currency: "USD".to_owned(),
            path,
            why: Why::default(),
            span: SPAN,
        }]
        .into_iter()
        .collect(),
        streams: streams.into_iter().collect(),
        terms: Terms::default(),
        presets: Vec::new(),
        why: Why::default(),
        span: SPAN,
    })
}

fn fiscal() -> impl Strategy<Value = FiscalTerms> {
    (percent(), decimal(50), percent(), percent(), percent()).prop_map(
        |(royalty, licence_fee, cost_recovery, contractor_share, profit_tax)| FiscalTerms {
            royalty,
            licence_fee,
            cost_recovery,
            contractor_share,
            profit_tax,
        },
    )
}

fn eligible() -> impl Strategy<Value = Vec<Eligible>> {
    let all: Vec<Eligible> = Eligible::ALL.into_iter().map(|(_, kind)| kind).collect();
    prop::sample::subsequence(all, 0..=4)
}

fn capital() -> impl Strategy<Value = Capital> {
    (party(), corners(5000), prop::option::of(party()), percent()).prop_map(|(party, amounts, to, credit)| Capital {
        party,
        amounts,
        in_kind_to: to.filter(|to| *to != party),
        credit,
        when: None,
        why: Why::default(),
    })
}

fn tier() -> impl Strategy<Value = Tier> {
    let until = prop_oneof![Just(Until::CapitalReturned), decimal(20_000).prop_map(Until::Paid), Just(Until::End)];
    (until, percent(), percent()).prop_map(|(until, first, second)| {
        let rest = Decimal::HUNDRED - first;
        let split = vec![(PartyIdx::new(0), first), (PartyIdx::new(1), second.min(rest))];
        Tier { title: String::new(), split: if until == Until::CapitalReturned { Vec::new() } else { split }, until }
    })
}

/// Any terms.
pub(crate) fn terms() -> impl Strategy<Value = Terms> {
    let frame = (fiscal(), eligible(), any::<bool>(), percent(), prop::option::of(decimal(50_000)), percent());
    let fund = (prop::option::of(party()), prop::option::of(FROM..=TO), percent(), decimal(20));
    (frame, fund, prop::collection::vec(capital(), 0..3), prop::collection::vec(tier(), 0..4)).prop_map(
        |(
            (fiscal, eligible, only_new, share, contribution_cap, fee),
            (manager, locked_until, locked, returns),
            capital,
            tiers,
        )| {
            Terms {
                fiscal,
                eligible,
                only_new,
                share: Some(share),
                contribution_cap,
                fee,
                manager,
                locked_until,
                locked,
                returns,
                capital,
                tiers,
                why: Why::default(),
                span: SPAN,
            }
        },
    )
}
