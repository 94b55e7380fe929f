//! `dateline related --tune`: weights learnt from what editors chose, and what they are worth.

use serde_json::{Map, Value, json};

use crate::{
    config::RelatedConfig,
    site::related::tune::{HALF_LIFE, LEAST, Truth, Tuning},
};

/// What was learnt, with the lines to paste into `site.yaml`.
pub fn text(truth: &Truth, tuning: Option<&Tuning>, now: &RelatedConfig) -> String {
    let Truth { news, pinned, hidden, linked } = truth;
    let found = format!(
        "{news} news lead to earlier ones; in all {pinned} are pinned, {linked} linked and \
         {hidden} hidden\n"
    );
    let Some(tuning) = tuning else {
        return found
            + &format!(
                "too little to learn from: at least {LEAST} news must lead to earlier ones\n"
            );
    };
    let (difference, margin) = (tuning.after - tuning.before, tuning.margin);
    let figures = format!(
        "nDCG@4 now {:.3}, with learnt weights {:.3}: {difference:+.3} ± {margin:.3} (95 %), \
         on what was held out\n",
        tuning.before, tuning.after
    );
    found + &figures + &advice(tuning, now)
}

fn advice(tuning: &Tuning, now: &RelatedConfig) -> String {
    if tuning.weights.is_empty() {
        return "the weights are as good as any that were tried\n".to_owned();
    }
    let gain = tuning.after - tuning.before;
    if gain <= 0.0 {
        return "keep your weights: others did no better on what was held out\n"
            .to_owned();
    }
    let lead = if gain > tuning.margin {
        "for site.yaml, in the place of what `related:` says there:\n"
    } else {
        "the difference may be chance; if you want to try, for site.yaml, in the place of what \
         `related:` says there:\n"
    };
    lead.to_owned() + &lines(tuning, now)
}

// The whole of the setting, so that nothing is there twice and nothing gets lost.
fn lines(tuning: &Tuning, now: &RelatedConfig) -> String {
    let mut weights = now.weights.clone();
    weights.extend(tuning.weights.iter().map(|(name, it)| (name.clone(), *it)));
    let days = weights.remove(HALF_LIFE).unwrap_or(now.half_life_days);
    let mut lines = format!("related:\n  limit: {}\n  {HALF_LIFE}: {days}\n", now.limit);
    if !now.off.is_empty() {
        lines += &format!("  off: [{}]\n", now.off.join(", "));
    }
    if !weights.is_empty() {
        let weights: Vec<_> =
            weights.iter().map(|(name, weight)| format!("{name}: {weight}")).collect();
        lines += &format!("  weights: {{ {} }}\n", weights.join(", "));
    }
    lines
}

/// The same for programs: one JSON object.
pub fn json(truth: &Truth, tuning: Option<&Tuning>) -> String {
    let Truth { news, pinned, hidden, linked } = truth;
    let tuning = tuning.map(|it| {
        let weights =
            it.weights.iter().map(|(name, weight)| (name.clone(), json!(weight)));
        json!({
            "before": it.before,
            "after": it.after,
            "margin": it.margin,
            "weights": Value::Object(weights.collect::<Map<_, _>>()),
        })
    });
    let truth =
        json!({ "news": news, "pinned": pinned, "hidden": hidden, "linked": linked });
    format!("{:#}\n", json!({ "truth": truth, "tuning": tuning }))
}
