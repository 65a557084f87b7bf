namespace FuGongJianJia.Cli.Terminal;

/// <summary>
/// What a command cannot do for a reason outside it（办不成，有办法）: a target or a mail server that cannot be
/// reached, or does not do what it should.
/// </summary>
/// <param name="message">What happened, without a full stop.</param>
/// <param name="remedy">What to do, as a sentence.</param>
/// <param name="cause">What the library said.</param>
internal sealed class RemediableException(string message, string remedy, Exception? cause = null)
    : Exception(message, cause)
{
    /// <summary>What to do, as a sentence.</summary>
    public string Remedy { get; } = remedy;
}
