using System.Globalization;
using System.Text.Json.Nodes;
using SpatialPlan.Server.Parks;

namespace SpatialPlan.Server.Pages.Parks;

/// <summary>How rows of a comparison are said: those of parks in one way, those of projects and chains in another.</summary>
public abstract class ComparedCells(Html html, PageWords words)
{
    /// <summary>The word over the rows that belong together.</summary>
    public abstract string Group(ComparedRow row);

    /// <summary>What the row is of.</summary>
    public abstract void Label(ComparedRow row);

    /// <summary>How a figure is reckoned that no place of the plan states; null where the plan states it.</summary>
    public abstract Said? Rule(ComparedRow row);

    /// <summary>The figure that bars of a row are measured by; null where it has no bars.</summary>
    public abstract decimal? Largest(ComparedRow row);

    /// <summary>What a cell states.</summary>
    /// <param name="row">The row it is in.</param>
    /// <param name="value">Not null: what is not stated is said by the table.</param>
    /// <param name="largest">What bars are measured by, 0 where there are to be none.</param>
    public abstract void Value(ComparedRow row, JsonNode value, decimal largest);

    protected void YearOf(ComparedRow row) => html.Text(" ").Text(row.Horizon is { } year ? words.Say("year", year) : words["park.no_year"]);

    /// <summary>As long as its share of the largest in the row; hatched where the plan states no year. What it shows stands beside it as text.</summary>
    protected void Bar(decimal value, decimal largest, bool isOpen)
    {
        if (largest > 0)
        {
            html.Element("svg", () => html
                    .Element("rect", "", ("class", "rest"), ("width", "100"), ("height", "6"))
                    .Element("rect", "", ("class", isOpen ? "column open" : "column"), ("width", Judgement.Share(value, largest).ToString(CultureInfo.InvariantCulture)), ("height", "6")),
                ("class", "meter"), ("viewBox", "0 0 100 6"), ("preserveAspectRatio", "none"), ("aria-hidden", "true"));
        }
    }
}
