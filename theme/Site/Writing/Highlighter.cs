using System.Globalization;
using System.Net;
using System.Text;
using ColorCode;
using ColorCode.Common;
using ColorCode.Parsing;
using ColorCode.Styling;

namespace FuGongJianJia.Theme.Site.Writing;

/// <summary>
/// Code with the parts of its language marked（代码着色）: spans with classes, since the site's policy allows no style in
/// the markup, made when the page is made.
/// </summary>
internal static class Highlighter
{
    // Beyond this nobody reads, and the patterns of the languages take their time.
    private const int Longest = 20_000;

    /// <summary>HTML of a piece of code; escaped as it stands where the language is unknown.</summary>
    /// <param name="code">Code.</param>
    /// <param name="language">Word behind the fence, such as yaml; empty for none.</param>
    public static string Html(string code, string language) =>
        code.Length <= Longest && Find(language) is { } known
            ? new SpanWriter().Write(code, known)
            : WebUtility.HtmlEncode(code);

    private static ILanguage? Find(string language) =>
        language.Length == 0 ? null
        : Array.Find(OwnLanguages.All, l => l.HasAlias(language)) is { } own ? own
        : Languages.FindById(language.ToLowerInvariant());

    private sealed class SpanWriter() : CodeColorizerBase(StyleDictionary.DefaultLight, null)
    {
        private readonly StringBuilder _html = new();

        public string Write(string code, ILanguage language)
        {
            languageParser.Parse(code, language, Write);
            return _html.ToString();
        }

        protected override void Write(string parsedSourceCode, IList<Scope> scopes)
        {
            var at = 0;
            foreach (var scope in scopes.OrderBy(s => s.Index))
            {
                if (scope.Index >= at && ClassOf(scope.Name) is { } kind)
                {
                    _html.Append(WebUtility.HtmlEncode(parsedSourceCode[at..scope.Index]));
                    at = scope.Index + scope.Length;
                    _html.Append(
                        CultureInfo.InvariantCulture,
                        $"<span class=\"{kind}\">{WebUtility.HtmlEncode(parsedSourceCode[scope.Index..at])}</span>"
                    );
                }
            }

            _html.Append(WebUtility.HtmlEncode(parsedSourceCode[at..]));
        }

        // Four kinds are enough to read by, and as many colours keep their contrast by day and by night.
        private static string? ClassOf(string scope) =>
            scope switch
            {
                ScopeName.Comment or ScopeName.HtmlComment or ScopeName.XmlComment or ScopeName.XmlDocComment => "co",
                ScopeName.String
                or ScopeName.StringCSharpVerbatim
                or ScopeName.HtmlAttributeValue
                or ScopeName.XmlAttributeValue
                or ScopeName.JsonString
                or ScopeName.CssPropertyValue => "st",
                ScopeName.Keyword
                or ScopeName.ControlKeyword
                or ScopeName.HtmlElementName
                or ScopeName.XmlName
                or ScopeName.CssSelector
                or ScopeName.PreprocessorKeyword
                or ScopeName.PowerShellCommand => "kw",
                ScopeName.HtmlAttributeName
                or ScopeName.XmlAttribute
                or ScopeName.JsonKey
                or ScopeName.CssPropertyName
                or ScopeName.PowerShellParameter
                or ScopeName.PowerShellVariable
                or ScopeName.NameSpace => "na",
                _ => null,
            };
    }
}
