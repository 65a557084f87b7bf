using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using FuGongJianJia.Diagnostics;
using FuGongJianJia.Text;

namespace FuGongJianJia.Cli.Terminal;

/// <summary>Diagnostics for programs（机器可读的诊断）: plain JSON, and SARIF 2.1.0 (OASIS).</summary>
internal static class DiagnosticFormats
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        NewLine = "\n",
    };

    /// <summary>JSON on one line, Chinese as it is.</summary>
    public static JsonSerializerOptions Line { get; } = new(Readable) { WriteIndented = false };

    /// <summary>An array of code, severity, path, sheet, line, column, message.</summary>
    public static string Json(ImmutableArray<Diagnostic> diagnostics)
    {
        var items = new JsonArray();
        foreach (var diagnostic in diagnostics)
        {
            items.Add((JsonNode)Object(diagnostic));
        }

        return items.ToJsonString(Readable) + "\n";
    }

    /// <summary>One diagnostic of those: code, severity, path, sheet, line, column, message.</summary>
    public static JsonObject Object(Diagnostic diagnostic)
    {
        var shown = Visible(diagnostic);
        return new()
        {
            ["code"] = shown.Code,
            ["severity"] = Level(shown.Severity),
            ["path"] = shown.Place.Path,
            ["sheet"] = shown.Place.Sheet,
            ["line"] = shown.Place.Line,
            ["column"] = shown.Place.Column,
            ["message"] = shown.Message,
        };
    }

    /// <summary>A SARIF log with one run; every code that occurs is a rule with its explanation and remedy.</summary>
    public static string Sarif(ImmutableArray<Diagnostic> diagnostics, string version)
    {
        var (rules, results) = (new JsonArray(), new JsonArray());
        foreach (
            var code in diagnostics
                .Select(d => d.Code)
                .Distinct()
                .Order(StringComparer.Ordinal)
                .Select(Codes.Find)
                .OfType<DiagnosticCode>()
        )
        {
            rules.Add(
                (JsonNode)
                    new JsonObject
                    {
                        ["id"] = code.Id,
                        ["shortDescription"] = new JsonObject { ["text"] = code.Title },
                        ["fullDescription"] = new JsonObject { ["text"] = code.Explanation },
                        ["help"] = new JsonObject { ["text"] = code.Remedy },
                    }
            );
        }

        foreach (var diagnostic in diagnostics.Select(Visible))
        {
            var place = new JsonObject
            {
                ["artifactLocation"] = new JsonObject
                {
                    ["uri"] = Uri.EscapeDataString(diagnostic.Place.Path).Replace("%2F", "/", StringComparison.Ordinal),
                },
            };
            if (diagnostic.Place.Line > 0)
            {
                var region = new JsonObject { ["startLine"] = diagnostic.Place.Line };
                if (diagnostic.Place.Column > 0)
                {
                    region["startColumn"] = diagnostic.Place.Column;
                }

                place["region"] = region;
            }

            results.Add(
                (JsonNode)
                    new JsonObject
                    {
                        ["ruleId"] = diagnostic.Code,
                        ["level"] = Level(diagnostic.Severity),
                        ["message"] = new JsonObject { ["text"] = diagnostic.Message },
                        ["locations"] = new JsonArray(new JsonObject { ["physicalLocation"] = place }),
                    }
            );
        }

        var log = new JsonObject
        {
            ["$schema"] = "https://json.schemastore.org/sarif-2.1.0.json",
            ["version"] = "2.1.0",
            ["runs"] = new JsonArray(
                new JsonObject
                {
                    ["tool"] = new JsonObject
                    {
                        ["driver"] = new JsonObject
                        {
                            ["name"] = "fugong",
                            ["version"] = version,
                            ["rules"] = rules,
                        },
                    },
                    ["results"] = results,
                }
            ),
        };
        return log.ToJsonString(Readable) + "\n";
    }

    // What a program passes on to a terminal or a page is as harmless as what the screen shows.
    private static Diagnostic Visible(Diagnostic diagnostic) =>
        diagnostic with
        {
            Message = VisibleText.Of(diagnostic.Message),
            Place = diagnostic.Place with
            {
                Path = VisibleText.Of(diagnostic.Place.Path),
                Sheet = diagnostic.Place.Sheet is { } sheet ? VisibleText.Of(sheet) : null,
            },
        };

    private static string Level(Severity severity) =>
        severity switch
        {
            Severity.Error => "error",
            Severity.Warning => "warning",
            _ => "note",
        };
}
