using FuGongJianJia.Import.Files.Yaml;
using FuGongJianJia.Model;

namespace FuGongJianJia.Import.SiteSettings;

/// <summary>A setting（设置项）: its name in site.yml, what the documentation says, and how it is read.</summary>
public sealed record SettingSpec
{
    /// <summary>Path in site.yml, such as 标题 or 备案.ICP; a * stands for any name.</summary>
    public required string Path { get; init; }

    /// <summary>What may be written.</summary>
    public required string Type { get; init; }

    /// <summary>What holds when it is absent, formed from the default of <see cref="Settings"/>.</summary>
    public required string Default { get; init; }

    /// <summary>说明.</summary>
    public required string Description { get; init; }

    /// <summary>示例.</summary>
    public required string Example { get; init; }

    /// <summary>Reads the value into the settings, which stay as they are after a report of the reader.</summary>
    internal Func<Settings, YamlValue, SettingReader, Settings> Apply { get; init; } =
        static (settings, _, _) => settings;

    /// <summary>True for the office telephone, the one number the privacy gate lets through.</summary>
    internal bool IsOfficePhone { get; init; }
}
