using System.Collections.Immutable;
using FuGongJianJia.Typesetting.Drawing;

namespace FuGongJianJia.Theme.Charts;

/// <summary>
/// What a drawing refers to（defs）: patterns, scatters of dots and clips, numbered as they come, each kind from 1. They
/// stand before the marks that use them.
/// </summary>
internal sealed class SvgDefinitions(string id, Markup to)
{
    private readonly List<Fill> _patterns = [];
    private int _clips;
    private bool _open;

    /// <summary>Which pattern a fill is drawn with, from 1.</summary>
    public static int NumberOf(Fill fill, IReadOnlyList<Fill> patterns)
    {
        for (var i = 0; i < patterns.Count; i++)
        {
            if (patterns[i].Ink == fill.Ink && patterns[i].Pattern == fill.Pattern)
            {
                return i + 1;
            }
        }

        return 0;
    }

    /// <summary>True when marks refer to definitions.</summary>
    public static bool Needed(ImmutableArray<Mark> marks)
    {
        foreach (var mark in marks)
        {
            if (
                mark
                    is PathMark { Fill.Pattern: not FillPattern.Solid }
                        or CircleMark { Fill.Pattern: not FillPattern.Solid }
                        or GroupMark { Clip: not null }
                || (mark is GroupMark group && Needed(group.Marks))
            )
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Writes all that the marks need, and gives the patterns among it.</summary>
    public IReadOnlyList<Fill> Write(ImmutableArray<Mark> marks)
    {
        Gather(marks);
        if (_open)
        {
            to.Raw("</defs>");
        }

        return _patterns;
    }

    private void Gather(ImmutableArray<Mark> marks)
    {
        foreach (var mark in marks)
        {
            switch (mark)
            {
                case PathMark { Fill: { Pattern: not FillPattern.Solid } fill } when NumberOf(fill, _patterns) == 0:
                    Pattern(fill);
                    break;
                case CircleMark { Fill: { Pattern: not FillPattern.Solid } fill } when NumberOf(fill, _patterns) == 0:
                    Pattern(fill);
                    break;
                case GroupMark group:
                    if (group.Clip is { } clip)
                    {
                        Open();
                        to.Write(
                            $"<clipPath id=\"{id}-c{++_clips}\"><path d=\"M{clip.X} "
                                + $"{clip.Y}h{clip.Width}v{clip.Height}h{-clip.Width}z\"/></clipPath>"
                        );
                    }

                    Gather(group.Marks);
                    break;
            }
        }
    }

    private void Pattern(Fill fill)
    {
        Open();
        _patterns.Add(fill);
        var color = fill.Ink.Color;
        to.Write($"<pattern id=\"{id}-p{_patterns.Count}\" width=\"4\" height=\"4\" patternUnits=\"userSpaceOnUse\">");
        switch (fill.Pattern)
        {
            case FillPattern.Dots:
                Dot(1);
                Dot(3);
                break;
            case FillPattern.Horizontal:
                Lines("M0 1H4M0 3H4");
                break;
            case FillPattern.Falling:
                Lines("M-1 -1L5 5M-1 3L1 5M3 -1L5 1");
                break;
            case FillPattern.Crossed:
                Lines("M-1 -1L5 5M-1 5L5 -1");
                break;
            default:
                Lines("M-1 5L5 -1M-1 1L1 -1M3 5L5 3");
                break;
        }

        to.Raw("</pattern>");

        void Dot(int at)
        {
            to.Write($"<circle cx=\"{at}\" cy=\"{at}\" r=\"0.8\" fill=\"{color}\"");
            End("f-");
        }

        void Lines(string data)
        {
            to.Write($"<path d=\"{data}\" fill=\"none\" stroke-width=\"0.9\" stroke=\"{color}\"");
            End("s-");
        }

        void End(string prefix)
        {
            if (fill.Ink.Token is { } token)
            {
                to.Write($" class=\"{prefix}{token}\"");
            }

            to.Raw("/>");
        }
    }

    private void Open()
    {
        if (!_open)
        {
            to.Raw("<defs>");
            _open = true;
        }
    }
}
