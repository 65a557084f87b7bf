using System.Collections.Immutable;
using System.Globalization;
using System.IO.Enumeration;
using System.Security.Cryptography;
using System.Text;

namespace FuGongJianJia.Cli.Publishing;

/// <summary>
/// Hosts whose keys somebody has looked at（已知主机）, as OpenSSH writes them: names and patterns, with a port in brackets,
/// hashed or not, one line a key. Marks of authorities are passed over: keys that only they vouch for are not known.
/// </summary>
internal sealed class KnownHosts
{
    private const int UsualPort = 22;

    private readonly ImmutableArray<(string Mark, string Hosts, string Type, byte[] Key)> _lines;

    private KnownHosts(ImmutableArray<(string, string, string, byte[])> lines) => _lines = lines;

    /// <summary>Reads lines of files.</summary>
    public static KnownHosts Read(IEnumerable<string> lines) =>
        new([.. lines.Select(Line).OfType<(string, string, string, byte[])>()]);

    /// <summary>Types of the keys that are known of a host: another may be offered first.</summary>
    public ImmutableArray<string> Types(string host, int port) =>
        [
            .. _lines
                .Where(l => l.Mark.Length == 0 && Is(l.Hosts, host, port))
                .Select(l => l.Type)
                .Distinct(StringComparer.Ordinal),
        ];

    /// <summary>True when this key is that of the host, and nobody has revoked it.</summary>
    public bool Knows(string host, int port, ReadOnlySpan<byte> key)
    {
        var known = false;
        foreach (var line in _lines)
        {
            if (Is(line.Hosts, host, port) && key.SequenceEqual(line.Key))
            {
                if (line.Mark == "@revoked")
                {
                    return false;
                }

                known |= line.Mark.Length == 0;
            }
        }

        return known;
    }

    // [mark] hosts type key [comment]
    private static (string, string, string, byte[])? Line(string line)
    {
        var parts = line.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length < 3 || parts[0][0] == '#')
        {
            return null;
        }

        var mark = parts[0][0] == '@' ? parts[0] : "";
        parts = mark.Length > 0 ? parts[1..] : parts;
        var key = new byte[parts.Length > 2 ? parts[2].Length : 0];
        return parts.Length > 2 && Convert.TryFromBase64String(parts[2], key, out var length)
            ? (mark, parts[0], parts[1], key[..length])
            : null;
    }

    private static bool Is(string hosts, string host, int port)
    {
        var name = port == UsualPort ? host : string.Create(CultureInfo.InvariantCulture, $"[{host}]:{port}");
        // |1|salt|hash
        if (hosts.Split('|') is ["", "1", var salt, var hash])
        {
            try
            {
                // The form of the file says which; it hides names and proves nothing.
#pragma warning disable CA5350
                return HMACSHA1
                    .HashData(Convert.FromBase64String(salt), Encoding.UTF8.GetBytes(name.ToLowerInvariant()))
                    .AsSpan()
                    .SequenceEqual(Convert.FromBase64String(hash));
#pragma warning restore CA5350
            }
            catch (FormatException)
            {
                return false;
            }
        }

        var patterns = hosts.Split(',').ToLookup(p => p.StartsWith('!'), p => p.TrimStart('!'));
        bool Fits(string pattern) =>
            pattern.Contains('[', StringComparison.Ordinal)
                ? string.Equals(pattern, name, StringComparison.OrdinalIgnoreCase)
                : port == UsualPort && FileSystemName.MatchesSimpleExpression(pattern, host);
        return patterns[false].Any(Fits) && !patterns[true].Any(Fits);
    }
}
