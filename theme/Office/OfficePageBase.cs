using Microsoft.AspNetCore.Components;

namespace FuGongJianJia.Theme.Office;

/// <summary>Base of every page of the office and of its parts（内部网页基类）.</summary>
public abstract class OfficePageBase : ComponentBase
{
    /// <summary>The page.</summary>
    [Parameter, EditorRequired]
    public OfficePage Page { get; set; } = null!;
}
