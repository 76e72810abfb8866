//! A model's answer, taken apart. It may say anything; what has not the form is counted.

use serde_json::{Map, Value};

use super::Dropped;

/// The most proposals about one piece that are looked at.
pub(super) const MOST: usize = 200;

/// What a model claims about one place. Nothing of it is checked yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Claim {
    pub(super) exact: String,
    pub(super) prefix: String,
    pub(super) speaker: String,
    pub(super) party: Option<String>,
    pub(super) issue: Option<String>,
    pub(super) stance: String,
    pub(super) is_negated: bool,
    pub(super) condition: Option<String>,
}

/// The claims of an answer, each or why it is none.
pub(super) fn claims(answer: &str) -> Vec<Result<Claim, Dropped>> {
    let Some(listed) = listed(answer) else { return vec![Err(Dropped::Unreadable)] };
    let rank = |(rank, value): (usize, &Value)| {
        if rank < MOST { value.as_object().and_then(claim).ok_or(Dropped::Form) } else { Err(Dropped::TooMany) }
    };
    listed.iter().enumerate().map(rank).collect()
}

/// The list in the answer: the whole of it, or what stands between its outermost braces after what a model thinks aloud.
fn listed(answer: &str) -> Option<Vec<Value>> {
    let said = answer.rsplit("</think>").next().unwrap_or(answer).trim();
    let inside = || said.get(said.find('{')?..=said.rfind('}')?);
    let value: Value = serde_json::from_str(said).ok().or_else(|| serde_json::from_str(inside()?).ok())?;
    match value {
        Value::Object(mut object) => match object.remove("proposals")? {
            Value::Array(listed) => Some(listed),
            _ => None,
        },
        _ => None,
    }
}

fn claim(object: &Map<String, Value>) -> Option<Claim> {
    let text = |key: &str| object.get(key).and_then(Value::as_str).map(str::trim);
    let optional = |key: &str| text(key).filter(|text| !text.is_empty()).map(str::to_owned);
    Some(Claim {
        exact: optional("exact")?,
        prefix: optional("prefix").unwrap_or_default(),
        speaker: optional("speaker")?,
        party: optional("party"),
        issue: optional("issue"),
        stance: optional("stance")?,
        is_negated: match object.get("negated") {
            None | Some(Value::Null) => false,
            Some(value) => value.as_bool()?,
        },
        condition: match object.get("condition") {
            None | Some(Value::Null) => None,
            Some(value) => Some(value.as_str()?.trim().to_owned()).filter(|text| !text.is_empty()),
        },
    })
}

#[cfg(test)]
mod tests {
    use super::{Dropped, MOST, claims};

    const ONE: &str = r#"{"proposals": [{"exact": "no", "speaker": "vik", "party": "eastland", "issue": "bridge", "stance": "oppose"}]}"#;

    #[test]
    fn an_answer_is_found_in_what_a_model_says_around_it() {
        for said in
            [ONE.to_owned(), format!("<think>{{hm}}</think>\n```json\n{ONE}\n```"), format!("Here: {ONE} Done.")]
        {
            let found = claims(&said);
            assert!(matches!(found.as_slice(), [Ok(claim)] if claim.exact == "no" && !claim.is_negated), "{said}");
        }
    }

    #[test]
    fn what_has_not_the_form_is_counted_one_by_one() {
        let unreadable = ["", "no", "[]", "{}", r#"{"proposals": 3}"#, "{\"proposals\": [", "}{", "[[[[[["];
        for said in unreadable {
            assert_eq!(claims(said), [Err(Dropped::Unreadable)], "{said}");
        }
        assert_eq!(claims(&"[".repeat(100_000)), [Err(Dropped::Unreadable)]);
        assert_eq!(claims(r#"{"proposals": [3, {}, {"exact": 1}]}"#), vec![Err(Dropped::Form); 3]);
        let negated = ONE.replace("\"stance\"", "\"negated\": \"yes\", \"stance\"");
        assert_eq!(claims(&negated), [Err(Dropped::Form)]);
        let many = format!(r#"{{"proposals": [{}0]}}"#, "1,".repeat(MOST));
        assert_eq!(claims(&many).last(), Some(&Err(Dropped::TooMany)));
    }
}
