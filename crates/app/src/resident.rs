//! What a resident sees: one question in their language, and nothing of anybody.

use crate::form_view;
use crate::views::*;
use crate::{App, Error, Result};
use forms::{Form, Question};

pub(crate) fn resident_question(app: &App, input: ResidentQuestionInput) -> Result<ResidentQuestion> {
    let session = app.session()?;
    session.with_draft(app, input.draft, |open| {
        let state = open.state();
        let node = state.nodes.iter().find(|n| n.path == input.path).ok_or_else(Error::not_found)?;
        let form = open.run.form();
        let q = form.question(&node.question).ok_or_else(Error::not_found)?;
        let view = form_view::question(form, q);
        let wanted = input.language.or(state.language.clone()).unwrap_or_else(|| form.default_language.clone());
        let label = open.run.text(&q.label, &node.path, &wanted);
        let untranslated = label.fell_back;
        let language = if untranslated { form.default_language.clone() } else { wanted };
        let hint = open.run.text(&q.hint, &node.path, &language).text;
        let worker = open.run.text(&q.label, &node.path, &form.default_language).text;
        let chosen = open.run.answers().0.get(&node.path).map(|a| form_view::answer_text(q, a));
        Ok(ResidentQuestion {
            direction: crate::leaflets::direction(&language),
            kind: view.kind,
            label: if node.put_off { String::new() } else { label.text },
            hint: Some(hint).filter(|h| !h.is_empty() && !node.put_off),
            choices: if node.put_off { Vec::new() } else { choices(form, q, node, &language) },
            range: view.range,
            appearance: view.appearance,
            read_only: node.read_only,
            value: node.value.clone().filter(|_| !node.put_off),
            answer: node.answer.clone().filter(|_| !node.put_off),
            untranslated,
            put_off: node.put_off,
            required: node.required,
            use_as: view.use_as,
            worker_answer: chosen.and_then(|texts| one_of(&texts, "nl", form)),
            worker_label: worker,
            languages: form.languages.clone(),
            language,
        })
    })
}

/// The choices that are there now, in their order.
fn choices(form: &Form, q: &Question, node: &NodeView, language: &str) -> Vec<ResidentChoice> {
    let listed = || q.choices.iter().map(|c| c.value.clone()).collect();
    let values: Vec<String> = node.choices.clone().unwrap_or_else(listed);
    let label = |value: &String| {
        let filled = node.choice_labels.as_ref().and_then(|labels| labels.get(value));
        let texts = filled.or_else(|| q.choices.iter().find(|c| c.value == *value).map(|c| &c.label));
        texts.and_then(|texts| one_of(texts, language, form)).unwrap_or_else(|| value.clone())
    };
    values.iter().map(|value| ResidentChoice { value: value.clone(), label: label(value) }).collect()
}

fn one_of(texts: &Texts, language: &str, form: &Form) -> Option<String> {
    texts.get(language).or_else(|| texts.get(&form.default_language)).or_else(|| texts.values().next()).cloned()
}
