using System.Buffers.Binary;
using System.Collections.Immutable;
using System.IO.Pipes;
using System.Net.Sockets;
using System.Text;
using Renci.SshNet;
using Renci.SshNet.Security;

namespace FuGongJianJia.Cli.Publishing;

/// <summary>
/// The agent that holds a user's keys（ssh 代理）: it signs and never gives a key away. The protocol is that of OpenSSH
/// (draft-ietf-sshm-ssh-agent): a length, a kind, and strings with a length each.
/// </summary>
internal static class SshAgent
{
    private const byte AskKeys = 11;
    private const byte Keys = 12;
    private const byte AskSignature = 13;
    private const byte Signature = 14;
    private const int MostBytes = 1 << 18;

    // How the same RSA key signs: name of the way and the flag that asks for it.
    private static readonly ImmutableArray<(string Name, uint Flag)> Rsa = [("rsa-sha2-512", 4), ("rsa-sha2-256", 2)];

    /// <summary>Keys that it holds; none where there is no agent.</summary>
    public static ImmutableArray<IPrivateKeySource> Find()
    {
        try
        {
            if (Ask([AskKeys]) is not [Keys, .. var answer])
            {
                return [];
            }

            var keys = ImmutableArray.CreateBuilder<IPrivateKeySource>();
            var rest = answer.AsSpan();
            var count = Number(ref rest);
            for (var i = 0; i < count; i++)
            {
                var blob = Text(ref rest);
                _ = Text(ref rest);
                keys.Add(new Held(blob));
            }

            return keys.ToImmutable();
        }
        catch (Exception failure)
            when (failure is IOException or SocketException or TimeoutException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private static byte[]? Ask(byte[] question)
    {
        using var agent = Connect();
        if (agent is null)
        {
            return null;
        }

        var head = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(head, question.Length);
        agent.Write([.. head, .. question]);
        agent.Flush();
        agent.ReadExactly(head);
        var length = BinaryPrimitives.ReadInt32BigEndian(head);
        if (length is < 1 or > MostBytes)
        {
            return null;
        }

        var answer = new byte[length];
        agent.ReadExactly(answer);
        return answer;
    }

    private static Stream? Connect()
    {
        if (OperatingSystem.IsWindows())
        {
            var pipe = new NamedPipeClientStream(".", "openssh-ssh-agent", PipeDirection.InOut);
            pipe.Connect(200);
            return pipe;
        }

        if (Environment.GetEnvironmentVariable("SSH_AUTH_SOCK") is not { Length: > 0 } path || !Path.Exists(path))
        {
            return null;
        }

        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Connect(new UnixDomainSocketEndPoint(path));
        return new NetworkStream(socket, ownsSocket: true);
    }

    private static uint Number(ref Span<byte> rest)
    {
        if (rest.Length < 4)
        {
            throw new IOException("The agent's answer ends early.");
        }

        var number = BinaryPrimitives.ReadUInt32BigEndian(rest);
        rest = rest[4..];
        return number;
    }

    private static byte[] Text(ref Span<byte> rest)
    {
        var length = Number(ref rest);
        if (length > rest.Length)
        {
            throw new IOException("The agent's answer ends early.");
        }

        var text = rest[..(int)length].ToArray();
        rest = rest[(int)length..];
        return text;
    }

    private static byte[] WithLength(byte[] text)
    {
        var whole = new byte[4 + text.Length];
        BinaryPrimitives.WriteInt32BigEndian(whole, text.Length);
        text.CopyTo(whole, 4);
        return whole;
    }

    // A key of which only the public half is here.
    private sealed class Held : IPrivateKeySource
    {
        public Held(byte[] blob)
        {
            var rest = blob.AsSpan();
            var type = Encoding.ASCII.GetString(Text(ref rest));
            HostKeyAlgorithms =
                type == "ssh-rsa" ? [.. Rsa.Select(r => new Way(r.Name, blob, r.Flag))] : [new Way(type, blob, 0)];
        }

        public IReadOnlyCollection<HostAlgorithm> HostKeyAlgorithms { get; }
    }

    private sealed class Way(string name, byte[] blob, uint flag) : HostAlgorithm(name)
    {
        public override byte[] Data => blob;

        public override byte[] Sign(byte[] data)
        {
            var flags = new byte[4];
            BinaryPrimitives.WriteUInt32BigEndian(flags, flag);
            if (
                Ask([AskSignature, .. WithLength(blob), .. WithLength(data), .. flags])
                is not [Signature, .. var answer]
            )
            {
                throw new IOException("The agent did not sign.");
            }

            var rest = answer.AsSpan();
            return Text(ref rest);
        }

        public override bool VerifySignature(byte[] data, byte[] signature) => false;
    }
}
