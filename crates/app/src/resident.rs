//! What a resident sees: one question in their language, and nothing of anybody.

use crate::form_view;
use crate::views::*;
use crate::{App, Error, Result};

pub(crate) fn resident_question(app: &App, input: ResidentQuestionInput) -> Result<ResidentQuestion> {
    let session = app.session()?;
    session.with_draft(app, input.draft, |open| {
        let state = open.state();
        let node = state.nodes.iter().find(|n| n.path == input.path).ok_or_else(Error::not_found)?;
        let form = open.run.form();
        let q = form.question(&node.question).ok_or_else(Error::not_found)?;
        let wanted = input.language.or(state.language.clone()).unwrap_or_else(|| "nl".to_owned());
        let label = open.run.text(&q.label, &node.path, &wanted);
        let untranslated = label.fell_back;
        let language = if untranslated { form.default_language.clone() } else { wanted };
        let hint = open.run.text(&q.hint, &node.path, &language).text;
        let shown = |c: &&forms::Choice| node.choices.as_ref().is_none_or(|allowed| allowed.contains(&c.value));
        let choice = |c: &forms::Choice| ResidentChoice {
            value: c.value.clone(),
            label: c
                .label
                .get(&language)
                .or_else(|| c.label.get(&form.default_language))
                .cloned()
                .unwrap_or_else(|| c.value.clone()),
        };
        let worker = open.run.text(&q.label, &node.path, &form.default_language).text;
        let answer = node.answer.clone();
        let chosen = open.run.answers().0.get(&node.path).map(|a| form_view::answer_text(q, a));
        Ok(ResidentQuestion {
            direction: crate::leaflets::direction(&language),
            kind: form_view::kind(&q.kind),
            label: if node.put_off { String::new() } else { label.text },
            hint: Some(hint).filter(|h| !h.is_empty() && !node.put_off),
            choices: if node.put_off { Vec::new() } else { q.choices.iter().filter(shown).map(choice).collect() },
            answer: answer.filter(|_| !node.put_off),
            untranslated,
            put_off: node.put_off,
            required: node.required,
            use_as: q.extra.get("use").cloned(),
            worker_answer: chosen.and_then(|t| t.get("nl").cloned()),
            worker_label: worker,
            languages: form.languages.clone(),
            language,
        })
    })
}
