using System.Text.Encodings.Web;
using System.Text.Json;

namespace FuGongJianJia.Cli.Files;

/// <summary>How state is stored as JSON（存下来的 JSON）, the same for every record.</summary>
internal static class StoredJson
{
    /// <summary>Chinese stays Chinese; what is read must be all there, once each and never null.</summary>
    public static JsonSerializerOptions Options() =>
        new()
        {
            AllowDuplicateProperties = false,
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = true,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            WriteIndented = true,
            NewLine = "\n",
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        };
}
