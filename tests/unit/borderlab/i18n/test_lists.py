from borderlab.i18n import in_language, joined


def test_phrases_are_spaced_as_the_language_does_it():
    with in_language("fr"):
        assert joined(("un", "deux")) == "un\N{NO-BREAK SPACE}; deux"
    with in_language("es"):
        assert joined(["uno", "dos"]) == "uno; dos"
    assert joined([]) == ""
