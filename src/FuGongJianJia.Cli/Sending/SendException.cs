namespace FuGongJianJia.Cli.Sending;

/// <summary>Mail that cannot be sent at all（发不成）: no server, no password, a sender that is refused.</summary>
/// <param name="message">What happened, without a full stop.</param>
/// <param name="remedy">What to do, as a sentence.</param>
/// <param name="cause">What the library said.</param>
internal sealed class SendException(string message, string remedy, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>What to do, as a sentence.</summary>
    public string Remedy { get; } = remedy;
}
