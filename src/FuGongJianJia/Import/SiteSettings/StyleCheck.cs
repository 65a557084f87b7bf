using FuGongJianJia.Diagnostics;

namespace FuGongJianJia.Import.SiteSettings;

/// <summary>
/// Looks through a style sheet of the office（样式核对）, sign by sign as a browser reads it: nothing in it may fetch or run
/// anything, and everything that opens must close, since a browser drops the rest without a word.
/// </summary>
internal static class StyleCheck
{
    private static readonly (string Word, string Why)[] Refused =
    [
        ("@import", "会从别处取样式"),
        ("@namespace", "用不着"),
        ("@font-face", "会取字体文件；写进 theme.yml 的“字体文件”"),
        ("expression(", "旧浏览器会执行它"),
        ("-moz-binding", "旧浏览器会执行它"),
        ("behavior:", "旧浏览器会执行它"),
        ("javascript:", "会执行"),
        ("image-set(", "会取图片"),
        ("src(", "会取文件"),
    ];

    /// <summary>Reports the first mistake of form, and everything that is refused.</summary>
    public static void Check(string text, string path, DiagnosticBag bag)
    {
        var open = new Stack<(char Close, int At)>();
        for (var at = 0; at < text.Length; at++)
        {
            switch (text[at])
            {
                case '/' when Begins(text, at, "/*"):
                    var end = text.IndexOf("*/", at + 2, StringComparison.Ordinal);
                    if (end < 0)
                    {
                        Broken(at, "注释 /* 没有收尾的 */");
                        return;
                    }

                    at = end + 1;
                    break;
                case '"' or '\'':
                    if (End(text, at) is not { } closed)
                    {
                        Broken(at, "引号没有成对");
                        return;
                    }

                    at = closed;
                    break;
                case '\\':
                    Refuse(at, "\\", "转义的字看不出是什么");
                    break;
                case '{' or '(' or '[':
                    open.Push((Close(text[at]), at));
                    break;
                case '}' or ')' or ']':
                    if (!open.TryPop(out var last) || last.Close != text[at])
                    {
                        Broken(at, $"“{text[at]}”没有与它相对的开头");
                        return;
                    }

                    break;
                default:
                    Look(at);
                    break;
            }
        }

        if (open.TryPeek(out var left))
        {
            Broken(left.At, $"“{text[left.At]}”没有收尾的“{left.Close}”");
        }

        void Look(int at)
        {
            if (at > 0 && (char.IsLetterOrDigit(text[at - 1]) || text[at - 1] is '-' or '_'))
            {
                return;
            }

            if (Begins(text, at, "url(") && !IsWithin(text.AsSpan(at + 4)))
            {
                Refuse(at, "url(", "会取文件；只能写 url(\"data:image/…\") 或页内的 url(#…)");
            }

            foreach (var (word, why) in Refused.Where(r => Begins(text, at, r.Word)))
            {
                Refuse(at, word, why);
            }
        }

        void Broken(int at, string what) =>
            bag.Add(LookCodes.BrokenStyle, Place(text, at, path), $"{what}，后面的样式都会失效。请补上。");

        void Refuse(int at, string word, string why) =>
            bag.Add(
                LookCodes.BadStyle,
                Place(text, at, path),
                $"样式里不能写{Diagnostic.Quote(word)}：{why}。请删掉。"
            );
    }

    private static bool Begins(string text, int at, string word) =>
        string.Compare(text, at, word, 0, word.Length, StringComparison.OrdinalIgnoreCase) == 0;

    // A picture that lies in the style itself, or a part of the page.
    private static bool IsWithin(ReadOnlySpan<char> address)
    {
        var bare = address.TrimStart(" \t\r\n\"'");
        return bare.StartsWith("data:image/", StringComparison.OrdinalIgnoreCase) || bare.StartsWith("#");
    }

    private static int? End(string text, int from)
    {
        for (var at = from + 1; at < text.Length && text[at] is not ('\n' or '\r'); at++)
        {
            if (text[at] == '\\')
            {
                at++;
            }
            else if (text[at] == text[from])
            {
                return at;
            }
        }

        return null;
    }

    private static char Close(char open) =>
        open switch
        {
            '{' => '}',
            '(' => ')',
            _ => ']',
        };

    private static SourcePlace Place(string text, int at, string path)
    {
        var before = text.AsSpan(0, at);
        return new(path, before.Count('\n') + 1, at - before.LastIndexOf('\n'));
    }
}
