//! Ids and names of units out of the properties of features.

use std::collections::BTreeMap;

use detente_case::Id;
use geo::MultiPolygon;
use geojson::Feature;

use super::{ImportOptions, Unit};
use crate::shape::features::id_of;

/// Where ids and names stand in files of administrative units, most telling first.
const IDS: [&str; 9] = ["iso_3166_2", "ISO", "iso", "id", "code", "adm1_code", "HASC_1", "shapeISO", "shapeID"];
const NAMES: [&str; 10] =
    ["name", "NAME", "NAME_1", "name_en", "NAME_ENGLI", "shapeName", "title", "admin", "gn_name", "label"];

/// The id and the name of a feature; `rank` tells features without either apart.
pub(super) fn of(feature: &Feature, options: &ImportOptions, rank: usize) -> (String, String) {
    let own = |key: &str| text(feature, key);
    let named = options.name.as_deref().map_or_else(|| NAMES.iter().find_map(|key| own(key)), own);
    let given = || id_of(feature).filter(|id| !id.trim().is_empty());
    let found = match options.id.as_deref() {
        Some(key) => own(key),
        None => given().or_else(|| IDS.iter().find_map(|key| own(key))),
    };
    let id = found.or_else(|| named.clone()).map(|text| kebab(&text)).filter(|id| Id::new(id).is_ok());
    let id = id.filter(|id| id != "all").unwrap_or_else(|| format!("unit-{}", rank + 1));
    let name = named.unwrap_or_else(|| id.clone());
    (id, name.split_whitespace().collect::<Vec<_>>().join(" "))
}

fn text(feature: &Feature, key: &str) -> Option<String> {
    let value = feature.property(key)?;
    let text =
        value.as_str().map_or_else(|| value.as_i64().map(|number| number.to_string()), |text| Some(text.to_owned()));
    text.filter(|text| !text.trim().is_empty())
}

/// A text as an id: "UA-43" is ua-43, "12" is u-12.
fn kebab(text: &str) -> String {
    let plain: String =
        text.chars().map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '-' }).collect();
    let words: Vec<&str> = plain.split('-').filter(|word| !word.is_empty()).collect();
    let joined = words.join("-");
    if joined.starts_with(|c: char| c.is_ascii_digit()) { format!("u-{joined}") } else { joined }
}

/// Units by id: features of one id and one name are parts of one unit; of one id and several names, several units.
pub(super) fn united(read: Vec<(String, String, MultiPolygon<f64>)>, notes: &mut Vec<String>) -> Vec<Unit> {
    let mut units: BTreeMap<String, Unit> = BTreeMap::new();
    for (id, name, polygons) in read {
        let mut free = id.clone();
        let mut number = 1;
        while units.get(&free).is_some_and(|unit| unit.name != name) {
            number += 1;
            free = format!("{id}-{number}");
        }
        if free != id {
            notes.push(format!("the id {id} stands for several units; {name} is {free}"));
        }
        if let Some(unit) = units.get_mut(&free) {
            notes.push(format!("{name} ({free}) stands in several features, which are parts of one unit"));
            unit.polygons.0.extend(polygons);
        } else {
            units.insert(free.clone(), Unit { id: free, name, polygons });
        }
    }
    units.into_values().collect()
}

#[cfg(test)]
mod tests {
    use super::kebab;

    #[test]
    fn codes_become_ids() {
        assert_eq!(["UA-43", "12", "São Tomé", "__"].map(kebab), ["ua-43", "u-12", "s-o-tom", ""]);
    }
}
