//! The parser's events as a tree, with places in the file. Knows nothing of what the parser's
//! errors mean.

use std::borrow::Cow;

use saphyr_parser::{Event, Parser, ScalarStyle, ScanError, StrInput};

use super::{Node, NodeKind, Yaml, caps, offsets::Offsets, quoted};
use crate::{
    problem::Problem,
    span::{Place, Span, Spanned},
};

const LEVELS: usize = 32;

/// Why there is no tree.
#[derive(Debug)]
pub struct Fault {
    /// Where the parser gave up.
    pub at: usize,
    /// What it said; empty where the tree is too deep.
    pub why: String,
    /// The openings of the bracketed lists and maps that were not closed yet, outermost
    /// first.
    pub open: Vec<usize>,
    /// The last text before that: where it begins and ends, and whether it is plain.
    pub last: Option<(Span, bool)>,
}

type Step<'a> = (Event<'a>, Span);

/// Builds the tree of `text`, which is the YAML of `yaml` character for character, but for
/// what was blanked out. Nothing at all is an empty map.
pub fn build(
    yaml: &Yaml<'_>,
    text: &str,
    problems: &mut Vec<Problem>,
) -> Result<Node, Fault> {
    let mut builder = Builder {
        yaml,
        parser: Parser::new_from_str(text),
        offsets: Offsets::new(yaml.text(), yaml.part.start),
        open: Vec::new(),
        last: None,
        problems,
    };
    builder.document()
}

struct Builder<'a, 'b> {
    yaml: &'b Yaml<'b>,
    parser: Parser<'a, StrInput<'a>>,
    offsets: Offsets<'b>,
    open: Vec<usize>,
    last: Option<(Span, bool)>,
    problems: &'b mut Vec<Problem>,
}

impl<'a> Builder<'a, '_> {
    fn document(&mut self) -> Result<Node, Fault> {
        let start = self.yaml.part.start;
        let empty =
            Node { span: Span::new(start, start), kind: NodeKind::Map(Vec::new()) };
        let mut root = None;
        loop {
            let (event, span) = self.next()?;
            match event {
                Event::StreamEnd => return Ok(root.unwrap_or(empty)),
                Event::DocumentStart(_) if root.is_some() => {
                    self.problems.push(Problem::second_document(&self.place(span)));
                    return Ok(root.unwrap_or(empty));
                }
                Event::StreamStart | Event::DocumentStart(_) | Event::DocumentEnd => {}
                event => root = Some(self.node((event, span), 0)?),
            }
        }
    }

    fn node(&mut self, (event, span): Step<'a>, depth: usize) -> Result<Node, Fault> {
        if depth > LEVELS {
            return Err(self.fault(span.start as usize, String::new()));
        }
        match event {
            Event::Scalar(text, style, anchor, tag) => {
                self.refuse(span, anchor, tag.is_some());
                Ok(self.scalar(text, style, span))
            }
            Event::SequenceStart(anchor, tag) => {
                self.refuse(span, anchor, tag.is_some());
                self.list(span, depth)
            }
            Event::MappingStart(anchor, tag) => {
                self.refuse(span, anchor, tag.is_some());
                self.map(span, depth)
            }
            _ => {
                let quoted = quoted(self.source(span));
                self.problems.push(Problem::anchor(&self.place(span), &quoted));
                Ok(Node { span, kind: NodeKind::Lost })
            }
        }
    }

    fn scalar(&mut self, text: Cow<'a, str>, style: ScalarStyle, span: Span) -> Node {
        let plain = style == ScalarStyle::Plain;
        let source = self.source(span);
        // The parser counts a comment behind a text in quotes into it.
        let len = match style {
            ScalarStyle::Plain => source.len(),
            _ => caps::quoted_len(source).unwrap_or(source.len()),
        };
        let span = Span::new(span.start as usize, span.start as usize + len);
        self.last = Some((span, plain));
        if plain && !text.is_empty() {
            self.comment(span);
        }
        Node { span, kind: NodeKind::Text { text: text.into_owned(), plain } }
    }

    fn list(&mut self, start: Span, depth: usize) -> Result<Node, Fault> {
        let flow = self.opened(start);
        let mut items = Vec::new();
        loop {
            let (event, span) = self.next()?;
            if matches!(event, Event::SequenceEnd) {
                let end = self.closed(flow, span, items.last());
                let span = Span::new(start.start as usize, end);
                return Ok(Node { span, kind: NodeKind::List(items) });
            }
            items.push(self.node((event, span), depth + 1)?);
        }
    }

    fn map(&mut self, start: Span, depth: usize) -> Result<Node, Fault> {
        let flow = self.opened(start);
        let mut pairs: Vec<(Spanned<String>, Node)> = Vec::new();
        loop {
            let (event, span) = self.next()?;
            if matches!(event, Event::MappingEnd) {
                let end = self.closed(flow, span, pairs.last().map(|it| &it.1));
                let span = Span::new(start.start as usize, end);
                self.drop_same_keys(&mut pairs);
                return Ok(Node { span, kind: NodeKind::Map(pairs) });
            }
            let key = self.node((event, span), depth + 1)?;
            let next = self.next()?;
            let value = self.node(next, depth + 1)?;
            match key.kind {
                NodeKind::Text { text, .. } if !text.is_empty() => {
                    pairs.push((Spanned { value: text, span: key.span }, value));
                }
                NodeKind::Lost => {}
                _ => self.problems.push(Problem::key_not_text(&self.place(key.span))),
            }
        }
    }

    // A bracketed list or map has a place of its own, one in lines begins with its content.
    fn opened(&mut self, span: Span) -> bool {
        let flow = span.end > span.start && self.source(span).starts_with(['[', '{']);
        if flow {
            self.open.push(span.start as usize);
        }
        flow
    }

    fn closed(&mut self, flow: bool, end: Span, last: Option<&Node>) -> usize {
        if flow {
            self.open.pop();
            return end.start as usize + self.source(end).len();
        }
        last.map_or(end.start as usize, |it| it.span.end as usize)
    }

    fn drop_same_keys(&mut self, pairs: &mut Vec<(Spanned<String>, Node)>) {
        let mut order: Vec<usize> = (0..pairs.len()).collect();
        order.sort_by(|a, b| pairs[*a].0.value.cmp(&pairs[*b].0.value).then(a.cmp(b)));
        let mut again = Vec::new();
        let mut first = 0;
        for at in 1..order.len() {
            let (one, two) = (&pairs[order[first]].0, &pairs[order[at]].0);
            if one.value == two.value {
                let place = self.place(two.span);
                self.problems.push(Problem::same_key(&two.value, &place, one.span));
                again.push(order[at]);
            } else {
                first = at;
            }
        }
        again.sort_unstable();
        again.into_iter().rev().for_each(|at| drop(pairs.remove(at)));
    }

    fn refuse(&mut self, span: Span, anchor: usize, tag: bool) {
        let make = match (anchor, tag) {
            (0, false) => return,
            (0, true) => Problem::tag,
            _ => Problem::anchor,
        };
        let problem = make(&self.place(span), &quoted(self.source(span)));
        self.problems.push(problem);
    }

    // `title: Korea #1` ends at `Korea`. A comment that is meant as one has a space behind
    // its sign.
    fn comment(&mut self, span: Span) {
        let rest = self.yaml.file.get(span.end as usize..self.yaml.part.end);
        let Some(comment) = rest.and_then(|it| it.strip_prefix(" #")) else { return };
        if !comment.starts_with(char::is_alphanumeric) {
            return;
        }
        let end =
            span.end as usize + 2 + comment.find(['\r', '\n']).unwrap_or(comment.len());
        let whole = Span::new(span.start as usize, end);
        let place = self.yaml.place(span.end as usize + 1, end);
        let line = super::mishap::line_with(self.yaml, whole);
        self.problems.push(Problem::cut_by_comment(&place, &line));
    }

    // The parser counts line breaks and spaces behind a value into it.
    fn source(&self, span: Span) -> &'_ str {
        self.yaml.file.get(span.range()).unwrap_or_default().trim_end()
    }

    fn place(&self, span: Span) -> Place {
        let start = span.start as usize;
        self.yaml.place(start, start + self.source(span).len())
    }

    fn next(&mut self) -> Result<Step<'a>, Fault> {
        match self.parser.next_event() {
            Some(Ok((event, span))) => {
                let start = self.offsets.byte(span.start.index());
                let end = self.offsets.byte(span.end.index());
                Ok((event, Span::new(start, end)))
            }
            Some(Err(error)) => Err(self.scan_fault(&error)),
            None => Ok((Event::StreamEnd, Span::default())),
        }
    }

    fn scan_fault(&mut self, error: &ScanError) -> Fault {
        let at = self.offsets.byte(error.marker().index());
        self.fault(at, error.info().to_owned())
    }

    fn fault(&mut self, at: usize, why: String) -> Fault {
        Fault { at, why, open: std::mem::take(&mut self.open), last: self.last }
    }
}
