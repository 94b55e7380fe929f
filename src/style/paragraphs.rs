//! Lead, sentences and paragraphs: `W303`, `W304`, `W305`.

use crate::problem::Problem;

use super::{
    Finding,
    article::Article,
    sentences::{has_spaces, opening, sentences, words, words_over},
};

const LEAD: std::ops::RangeInclusive<usize> = 20..=45;
const SENTENCE: usize = 40;
const PARAGRAPH: usize = 90;
const SENTENCES: usize = 4;

/// A first paragraph that is no lead: one sentence of 20 to 45 words with the dateline.
pub fn lead(article: &Article, found: &mut Vec<Finding>) {
    let speech = article.document.fields.text("kind") == Some("speech");
    if !is_counted(article) || speech {
        return;
    }
    let Some(lead) = article.paragraphs().next() else { return };
    let count = words(&lead.text) + dateline(article).map_or(0, |it| words(&it));
    let parts = sentences(&lead.text);
    let start = article.at(article.find(lead, opening(&lead.text), 0));
    if !LEAD.contains(&count) {
        found.push(Finding::of("words", Problem::lead_length(&start, count)));
    }
    if let Some(second) = parts.get(1) {
        let at = article.at(article.find(lead, opening(second), 0));
        found.push(Finding::of("sentences", Problem::lead_sentences(&at, parts.len())));
    }
}

/// Sentences that a reader has to start over.
pub fn long_sentences(article: &Article, found: &mut Vec<Finding>) {
    if !is_counted(article) {
        return;
    }
    for block in article.paragraphs() {
        if words_over(&block.text, SENTENCE).is_none() {
            continue;
        }
        for sentence in sentences(&block.text) {
            if let Some(count) = words_over(sentence, SENTENCE) {
                let at = article.at(article.find(block, opening(sentence), 0));
                found.push(Problem::sentence_long(&at, count).into());
            }
        }
    }
}

/// Paragraphs that are a grey block on a telephone.
pub fn long_paragraphs(article: &Article, found: &mut Vec<Finding>) {
    if !is_counted(article) {
        return;
    }
    for block in article.paragraphs() {
        let at = || article.at(article.find(block, opening(&block.text), 0));
        if let Some(count) = words_over(&block.text, PARAGRAPH) {
            found.push(Finding::of("words", Problem::paragraph_words(&at(), count)));
        }
        let count = sentences(&block.text).len();
        if count > SENTENCES {
            found.push(Finding::of(
                "sentences",
                Problem::paragraph_sentences(&at(), count),
            ));
        }
    }
}

fn is_counted(article: &Article) -> bool {
    article.is_news() && has_spaces(article.tag())
}

/// The words that are printed before the lead.
fn dateline(article: &Article) -> Option<String> {
    let dateline = article.document.fields.record("dateline")?;
    let words = dateline.text("label").or_else(|| dateline.text("place"))?;
    Some(words.to_owned())
}
