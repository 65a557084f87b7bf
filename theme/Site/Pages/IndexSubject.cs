using FuGongJianJia.Model;

namespace FuGongJianJia.Theme.Site.Pages;

/// <summary>Subject of an index page.</summary>
/// <param name="Key">Which index.</param>
/// <param name="Finding">Its finding.</param>
public sealed record IndexSubject(IndexKey Key, string Finding);
