//! The words of headings in Spanish, French, Portuguese, German and Russian. Words that are the same in English are in
//! `heading_words.rs`.

use super::heading_words::Word;

/// The words in the form to which headings are normalized.
pub(super) const WORDS: &[(Word, &[&str])] = &[
    (Word::Code, &["código", "codigo", "códigodeerror", "codigodeerror", "codederreur", "codeerreur"]),
    (Word::Code, &["códigodeerro", "códigodoerro", "fehlercode", "fehlernummer", "код", "кодошибки"]),
    (Word::Error, &["erreur", "erro", "ошибка"]),
    (Word::Symbol, &["constante", "konstante", "константа"]),
    (Word::Message, &["mensaje", "mensajedeerror", "messagederreur", "mensagem", "mensagemdeerro"]),
    (Word::Message, &["meldung", "fehlermeldung", "nachricht", "сообщение", "сообщениеобошибке"]),
    (Word::Description, &["descripción", "descripcion", "descrição", "descricao", "significado"]),
    (Word::Description, &["signification", "libellé", "beschreibung", "bedeutung", "описание", "значение"]),
    (Word::Help, &["solución", "solução", "lösung", "решение"]),
];
