using System.Collections.Immutable;
using FuGongJianJia.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace FuGongJianJia.Import.Files.Yaml;

/// <summary>
/// Reads the YAML that people write（site.yml, front matter） into values with places. Anchors, aliases and tags are
/// refused: nothing needs them, and they are how a small file becomes a large one.
/// </summary>
internal static class YamlReader
{
    private const int Deepest = 16;
    private const int MostValues = 10_000;

    /// <summary>The mapping of a file; an empty one for an empty file; null when it is no mapping (reported).</summary>
    /// <param name="text">YAML.</param>
    /// <param name="path">Path for messages.</param>
    /// <param name="lineOffset">Lines before the text in its file.</param>
    /// <param name="bag">Where errors go.</param>
    public static YamlMap? Read(string text, string path, int lineOffset, DiagnosticBag bag)
    {
        var tab = text.StartsWith('\t') ? 0 : text.IndexOf("\n\t", StringComparison.Ordinal);
        if (tab >= 0)
        {
            // The parser would blame the line before.
            bag.Add(
                SettingCodes.Syntax,
                new(path, text.AsSpan(0, tab).Count('\n') + 1 + (tab > 0 ? 1 : 0) + lineOffset, 1),
                "这一行用制表符缩进。请改用空格。"
            );
            return null;
        }

        var parser = new Parser(new StringReader(text));
        try
        {
            parser.Consume<StreamStart>();
            if (parser.Accept<StreamEnd>(out _))
            {
                return new([], lineOffset + 1, 1);
            }

            parser.Consume<DocumentStart>();
            var walk = new Walk(parser, text, path, lineOffset, bag);
            var value = walk.Value(0);
            if (value is null)
            {
                return null;
            }

            parser.Consume<DocumentEnd>();
            if (!parser.Accept<StreamEnd>(out _))
            {
                bag.Add(
                    SettingCodes.Syntax,
                    walk.Here(parser.Current),
                    "这里又开始了一份文档。一个文件只写一份，请删掉中间的 ---。"
                );
                return null;
            }

            switch (value)
            {
                case YamlMap map:
                    return map with { Cut = [.. walk.Cut] };
                case YamlScalar { Text: "" }:
                    return new([], lineOffset + 1, 1);
                case var _ when WithFullColon(text) is { } line:
                    SayFullColon(path, line + lineOffset, bag);
                    return null;
                default:
                    bag.Add(
                        SettingCodes.Syntax,
                        new(path, value.Line, value.Column),
                        "这里应当一行一项，写成“名字: 值”，冒号用英文冒号，后面空一格。"
                    );
                    return null;
            }
        }
        catch (Exception e) when (e is YamlException or InvalidOperationException)
        {
            if (WithFullColon(text) is { } line)
            {
                SayFullColon(path, line + lineOffset, bag);
                return null;
            }

            // The library meets some broken texts with its own exception and some with whatever comes first; then the
            // last thing it read is the nearest.
            var mark = e is YamlException told ? told.Start : parser.Current?.End ?? Mark.Empty;
            var place = new SourcePlace(
                path,
                (int)Math.Clamp(mark.Line + lineOffset, 1, int.MaxValue - 1),
                (int)Math.Clamp(mark.Column, 0, int.MaxValue - 1)
            );
            bag.Add(
                SettingCodes.Syntax,
                place,
                "这一行的格式读不通。请检查：冒号用英文冒号且后面空一格，缩进用空格不用制表符，含冒号或 # 的文字加上引号。"
            );
            return null;
        }
    }

    /// <summary>
    /// The first line that names an item with a full-width colon, from 1: the parser takes it for a text and blames the
    /// next.
    /// </summary>
    private static int? WithFullColon(string text)
    {
        var number = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            number++;
            var item = line.TrimStart(" -");
            var colon = item.IndexOf('：');
            if (
                colon is > 0 and <= 20
                && item[0] is not ('#' or '"' or '\'')
                && item[..colon].IndexOf(':') < 0
                && item.IndexOf(": ") < 0
                && !item.EndsWith(':')
            )
            {
                return number;
            }
        }

        return null;
    }

    private static void SayFullColon(string path, int line, DiagnosticBag bag) =>
        bag.Add(SettingCodes.Syntax, new(path, line), "这一行的冒号是中文的“：”。请改成英文冒号，后面空一格。");

    private sealed class Walk(Parser parser, string text, string path, int lineOffset, DiagnosticBag bag)
    {
        private int _count;

        /// <summary>Values behind which the rest of the line is lost as a comment.</summary>
        public List<(YamlScalar Value, bool IsRemark)> Cut { get; } = [];

        public SourcePlace Here(ParsingEvent? at) =>
            at is null ? new(path) : new(path, (int)at.Start.Line + lineOffset, (int)at.Start.Column);

        public YamlValue? Value(int depth)
        {
            var current = parser.Current;
            if (depth > Deepest || ++_count > MostValues)
            {
                bag.Add(SettingCodes.Syntax, Here(current), "层次太深或者项目太多。请简化。");
                return null;
            }

            if (current is AnchorAlias or NodeEvent { Anchor.IsEmpty: false } or NodeEvent { Tag.IsEmpty: false })
            {
                bag.Add(
                    SettingCodes.Anchors,
                    Here(current),
                    "这里用了 &、* 或 ! 的写法，不支持。请直接写出内容；文字以这些符号开头时加上引号。"
                );
                return null;
            }

            switch (current)
            {
                case Scalar scalar:
                    parser.MoveNext();
                    var read = new YamlScalar(scalar.Value, Here(scalar).Line, Here(scalar).Column);
                    if (scalar.Style == ScalarStyle.Plain && Behind(scalar) is ['#', .. var rest])
                    {
                        Cut.Add((read, rest is [] or [' ' or '#', ..]));
                    }

                    return read;
                case SequenceStart:
                    return List(depth);
                case MappingStart:
                    return Map(depth);
                default:
                    bag.Add(SettingCodes.Syntax, Here(current), "这一行的格式读不通。");
                    return null;
            }
        }

        private ReadOnlySpan<char> Behind(Scalar scalar)
        {
            var rest = text.AsSpan((int)Math.Clamp(scalar.End.Index, 0, text.Length));
            var end = rest.IndexOf('\n');
            return (end < 0 ? rest : rest[..end]).TrimStart();
        }

        private YamlList? List(int depth)
        {
            var start = Here(parser.Consume<SequenceStart>());
            var items = ImmutableArray.CreateBuilder<YamlValue>();
            while (!parser.Accept<SequenceEnd>(out _))
            {
                if (Value(depth + 1) is not { } item)
                {
                    return null;
                }

                items.Add(item);
            }

            parser.MoveNext();
            return new(items.ToImmutable(), start.Line, start.Column);
        }

        private YamlMap? Map(int depth)
        {
            var start = Here(parser.Consume<MappingStart>());
            var entries = ImmutableArray.CreateBuilder<(YamlScalar, YamlValue)>();
            var seen = new HashSet<string>(StringComparer.Ordinal);
            while (!parser.Accept<MappingEnd>(out _))
            {
                var at = parser.Current;
                if (Value(depth + 1) is not YamlScalar key)
                {
                    bag.Add(SettingCodes.Syntax, Here(at), "项目的名字应当是一个词。");
                    return null;
                }

                if (Value(depth + 1) is not { } value)
                {
                    return null;
                }

                if (!seen.Add(key.Text))
                {
                    bag.Add(
                        SettingCodes.Duplicate,
                        new(path, key.Line, key.Column),
                        $"{Diagnostic.Quote(key.Text)}写了两次，无法判断以哪一处为准。请只留一处。"
                    );
                    continue;
                }

                entries.Add((key, value));
            }

            parser.MoveNext();
            return new(entries.ToImmutable(), start.Line, start.Column);
        }
    }
}
