namespace FuGongJianJia.Editions.Writings;

/// <summary>Words of cases（案例语句）.</summary>
public static class CaseWords
{
    extension(CaseNumber figure)
    {
        /// <summary>80余人, 约30.5%: with its unit, an approximation as one.</summary>
        public string Amount =>
            !figure.Approximate ? figure.Value + figure.Unit
            : figure.Value.All(char.IsAsciiDigit) ? $"{figure.Value}余{figure.Unit}"
            : $"约{figure.Value}{figure.Unit}";

        /// <summary>80余人, 预计500余人次: a forecast stays one.</summary>
        public string Text => figure.Forecast ? "预计" + figure.Amount : figure.Amount;
    }
}
