//! Quotations: who says them, that they end, that they are what was said: `W320`, `W321`,
//! `E323`.

use std::ops::Range;

use crate::{
    document::{Block, BlockKind, Value},
    problem::Problem,
};

use super::{
    Finding,
    article::Article,
    fold::{plain, spoken},
    marks::{Marks, opening_mark},
    phrases::Phrases,
    sentences::{opening, sentences, words},
};

/// A quoted passage of fewer words is a name or a phrase, and needs nobody who says it.
const PASSAGE: usize = 8;

/// Words that say who says something, in English, French and Spanish.
const SAYING: &str = "\
    acknowledged, according to, added, adds, admitted, affirmed, agreed, announced, \
    argued, asked, asserted, called, cautioned, claimed, commented, concluded, \
    confirmed, continued, declared, denied, described, emphasised, emphasized, \
    explained, explains, expressed, highlighted, insisted, noted, observed, pointed \
    out, posted, praised, quoted, recalled, reiterated, remarked, replied, reported, \
    said, saying, says, stated, statement, stressed, thanked, told, tweeted, \
    underlined, underscored, urged, warned, warns, welcomed, wrote, \
    affirme, affirmé, ajoute, ajouté, conclu, conclut, confié, d'après, déclare, \
    déclaré, dit, estime, estimé, explique, expliqué, indique, indiqué, insisté, \
    précise, précisé, rappelé, rappelle, selon, souligne, souligné, \
    afirma, afirmó, agregó, añadió, apuntó, aseguró, comentó, concluyó, declaró, \
    destacó, dice, dijo, explica, explicó, expresó, indicó, manifestó, recordó, según, \
    señala, señaló, subrayó";

/// The words that say who says something.
pub fn saying() -> Phrases {
    Phrases::new(SAYING)
}

/// Quotations of which nobody is said to have said them: one warning a run of paragraphs.
pub fn unattributed(article: &Article, found: &mut Vec<Finding>) {
    if !article.is_news() || !["en", "fr", "es"].contains(&article.language()) {
        return;
    }
    let quotes: Vec<Quote> = article.blocks.iter().map(Quote::read).collect();
    let mut at = 0;
    while at < quotes.len() {
        let end = run_end(&quotes, at);
        let before = at.saturating_sub(1);
        if is_unattributed(article, &quotes[at..end], &quotes[before..end]) {
            let block = quotes[at].block;
            let place = article.at(article.find(block, opening(&block.text), 0));
            found.push(Problem::quotation_unattributed(&place, end - at).into());
        }
        at = end;
    }
}

/// Whether a run holds a quotation, and neither it nor the paragraph before says whose.
fn is_unattributed(article: &Article, run: &[Quote], with_before: &[Quote]) -> bool {
    let saying = article.survey.saying();
    run.iter().any(Quote::is_quotation)
        && !with_before.iter().any(|it| it.names_a_speaker(saying))
}

/// Quotation marks that are alone.
pub fn unbalanced(article: &Article, found: &mut Vec<Finding>) {
    if !article.is_news() {
        return;
    }
    let blocks: Vec<&Block> = article.paragraphs().collect();
    for (at, block) in blocks.iter().enumerate() {
        let marks = Marks::read(&block.text);
        let next = blocks.get(at + 1).and_then(|it| opening_mark(&it.text));
        for alone in &marks.unopened {
            let place = article.mark(block, alone.clone());
            found.push(Finding::of("opening", Problem::quotation_unopened(&place)));
        }
        // A quotation of several paragraphs opens in each and closes in the last.
        let reopened = usize::from(next.is_some());
        for alone in marks.unclosed.iter().skip(reopened) {
            let place = article.mark(block, alone.clone());
            found.push(Finding::of("closing", Problem::quotation_unclosed(&place)));
        }
    }
}

/// Pull quotes that are not in the text word for word.
pub fn pull_quotes(article: &Article, found: &mut Vec<Finding>) {
    let fields = &article.document.fields;
    if !fields.has("pull_quotes") {
        return;
    }
    let body = plain(&article.text());
    for item in fields.records("pull_quotes").filter_map(|it| it.item("text")) {
        let Value::Text(text) = &item.value else { continue };
        if !holds(&body, text) {
            let place = article.at(item.span);
            found
                .push(Problem::pull_quote_altered(&place, nearest(article, text)).into());
        }
    }
}

/// A block and what it quotes.
struct Quote<'a> {
    block: &'a Block,
    marks: Marks,
    opens: Option<char>,
}

impl<'a> Quote<'a> {
    fn read(block: &'a Block) -> Self {
        let paragraph = block.kind == BlockKind::Paragraph;
        let marks = if paragraph { Marks::read(&block.text) } else { Marks::default() };
        let opens = opening_mark(&block.text).filter(|_| paragraph);
        Self { block, marks, opens }
    }

    fn is_quotation(&self) -> bool {
        let passage = |it: &Range<usize>| words(&self.block.text[it.clone()]);
        self.marks.quoted.iter().map(passage).any(|it| it >= PASSAGE)
    }

    fn names_a_speaker(&self, saying: &Phrases) -> bool {
        saying.find(&self.marks.outside(&self.block.text)).next().is_some()
    }
}

/// The end of the run of paragraphs that a quotation goes through from `start` on: each
/// leaves its quotation open, and the next opens it again.
fn run_end(quotes: &[Quote], start: usize) -> usize {
    let goes_on = |at: &usize| {
        !quotes[*at].marks.unclosed.is_empty()
            && quotes.get(at + 1).is_some_and(|next| next.opens.is_some())
    };
    let last = (start..quotes.len()).find(|at| !goes_on(at));
    last.map_or(quotes.len(), |last| last + 1)
}

/// Whether a body holds a quotation; `…` and `[…]` stand for words left out.
fn holds(body: &str, quotation: &str) -> bool {
    let text = quotation.replace("[...]", "…").replace("...", "…");
    let mut rest = body;
    text.split(['…', '[', ']']).map(plain).filter(|it| !it.is_empty()).all(|part| {
        let found = rest.find(&part).or_else(|| rest.find(&recapitalised(&part)));
        found.map(|at| rest = &rest[at + part.len()..]).is_some()
    })
}

/// A part of a sentence may begin with a capital where it stands alone, and the other way
/// round.
fn recapitalised(part: &str) -> String {
    let mut chars = part.chars();
    let first = chars.next().unwrap_or_default();
    let upper = first.is_uppercase();
    let other: String = if upper {
        first.to_lowercase().collect()
    } else {
        first.to_uppercase().collect()
    };
    if other.len() == first.len_utf8() { other + chars.as_str() } else { part.to_owned() }
}

/// The sentence of the body that has most words in common with a quotation, where it has
/// at least half of them.
fn nearest(article: &Article, quotation: &str) -> Option<String> {
    let quoted = spoken(quotation);
    let wanted: Vec<&str> = quoted.split(' ').collect();
    let shared = |sentence: &&str| {
        let sentence = spoken(sentence);
        let words: Vec<&str> = sentence.split(' ').collect();
        wanted.iter().filter(|word| words.contains(word)).count()
    };
    let texts = article.paragraphs().flat_map(|it| sentences(&it.text));
    let best = texts.max_by_key(shared)?;
    (shared(&best) * 2 >= wanted.len()).then(|| best.to_owned())
}
