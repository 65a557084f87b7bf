using System.Text;
using System.Xml;

namespace FuGongJianJia.Import.Files.Xlsx;

/// <summary>
/// The text of a cell that is written in runs（分段的文字）. The library joins them and drops their form. ECMA-376 part 1,
/// 18.4.4 and 18.4.14.
/// </summary>
internal sealed class RunText
{
    private readonly StringBuilder _text = new();
    private DigitForm _form;
    private bool _isPhonetic;
    private bool _isShown;

    /// <summary>Takes note of an element of a run.</summary>
    public void Start(XmlReader reader)
    {
        switch (reader.LocalName)
        {
            case "r":
                (_form, _isPhonetic) = (DigitForm.Plain, false);
                break;
            case "rPh":
                _isPhonetic = true;
                break;
            case "strike" when reader.GetAttribute("val") is not ("0" or "false"):
                _form = DigitForm.Struck;
                break;
            case "vertAlign" when _form == DigitForm.Plain:
                _form = reader.GetAttribute("val") switch
                {
                    "superscript" => DigitForm.Raised,
                    "subscript" => DigitForm.Lowered,
                    _ => DigitForm.Plain,
                };
                break;
        }
    }

    /// <summary>Takes the text of a run.</summary>
    public void Add(string text)
    {
        // How a name is read aloud is no part of it.
        if (_isPhonetic)
        {
            return;
        }

        var shown = ShownDigits.Of(text, _form);
        _isShown |= !ReferenceEquals(shown, text);
        _text.Append(shown);
    }

    /// <summary>Ends a text: as it is shown where its form changes digits, else null.</summary>
    public string? End()
    {
        var shown = _isShown ? _text.ToString() : null;
        _text.Clear();
        (_form, _isPhonetic, _isShown) = (DigitForm.Plain, false, false);
        return shown;
    }
}
