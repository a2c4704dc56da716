//! The words of headings in Spanish, French, Portuguese, German and Russian. Words that are the same in English are in
//! `heading_words.rs`.

use super::heading_words::HeadingMeaning;

/// The words in the form to which headings are normalized.
pub(super) const WORDS: &[(HeadingMeaning, &[&str])] = &[
    (
        HeadingMeaning::Code,
        &["código", "codigo", "códigodeerror", "codigodeerror", "codederreur", "codeerreur"],
    ),
    (
        HeadingMeaning::Code,
        &["códigodeerro", "códigodoerro", "fehlercode", "fehlernummer", "код", "кодошибки"],
    ),
    (HeadingMeaning::Error, &["erreur", "erro", "ошибка"]),
    (HeadingMeaning::Symbol, &["constante", "konstante", "константа"]),
    (HeadingMeaning::Message, &["mensaje", "mensajedeerror", "messagederreur", "mensagem", "mensagemdeerro"]),
    (HeadingMeaning::Message, &["meldung", "fehlermeldung", "nachricht", "сообщение", "сообщениеобошибке"]),
    (HeadingMeaning::Description, &["descripción", "descripcion", "descrição", "descricao", "significado"]),
    (
        HeadingMeaning::Description,
        &["signification", "libellé", "beschreibung", "bedeutung", "описание", "значение"],
    ),
    (HeadingMeaning::Help, &["solución", "solução", "lösung", "решение"]),
];
