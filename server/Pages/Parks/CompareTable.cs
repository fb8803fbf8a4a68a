using System.Globalization;
using SpatialPlan.Server.Parks;

namespace SpatialPlan.Server.Pages.Parks;

/// <summary>The rows of a comparison as a table, in groups; what is the same for all stands below it when only differences are wanted.</summary>
public sealed class CompareTable(Html html, PageWords words, ComparedCells cells, CitedPlaces places)
{
    /// <param name="compared">What stands side by side.</param>
    /// <param name="isAll">Whether rows that are the same for all stand in the table too.</param>
    /// <param name="head">Writes the head of a column.</param>
    public void Write(Compared compared, bool isAll, Action<ComparedSubject> head)
    {
        var subjects = compared.Subjects;
        var shown = compared.Rows.Where(row => isAll || row.Differs || subjects.Count == 1).ToList();
        html.Element("div", () => html.Element("table", () =>
        {
            html.Element("thead", () => html.Element("tr", () =>
            {
                html.Element("td", "");
                foreach (var subject in subjects)
                {
                    html.Element("th", () => head(subject), ("scope", "col"));
                }
            }));
            foreach (var group in shown.GroupBy(cells.Group))
            {
                html.Element("tbody", () =>
                {
                    html.Element("tr", () => html.Element("th", words[group.Key], ("scope", "rowgroup"), ("colspan", (subjects.Count + 1).ToString(CultureInfo.InvariantCulture))), ("class", "group"));
                    foreach (var row in group)
                    {
                        Row(row);
                    }
                });
            }
        }, ("class", "compare")), ("class", "scroll"), ("role", "region"), ("tabindex", "0"), ("aria-label", words[$"compare.table.{compared.KindCode}"]));
        if (shown.Any(row => cells.Largest(row) is > 0))
        {
            html.Element("p", words["compare.bars"], ("class", "small"));
        }

        Same([.. compared.Rows.Except(shown)]);
    }

    private void Row(ComparedRow row) => html.Element("tr", () =>
    {
        html.Element("th", () => Label(row), ("scope", "row"));
        var largest = cells.Largest(row) ?? 0;
        foreach (var cell in row.Cells)
        {
            html.Element("td", () => Cell(row, cell, largest));
        }
    });

    private void Same(List<ComparedRow> same)
    {
        if (same.Count == 0)
        {
            return;
        }

        html.Element("h2", words.Say("compare.same", same.Count)).Element("dl", () =>
        {
            foreach (var row in same)
            {
                html.Element("dt", () => Label(row)).Element("dd", () => Cell(row, row.Cells[0], 0));
            }
        });
    }

    private void Label(ComparedRow row)
    {
        cells.Label(row);
        if (cells.Rule(row) is { } rule)
        {
            html.Element("details", () => html.Element("summary", words["compare.rule"]).Element("p", rule, words), ("class", "small"));
        }
    }

    private void Cell(ComparedRow row, ComparedCell cell, decimal largest)
    {
        if (cell.Value is not { } value)
        {
            html.Element("span", words["not_stated"], ("class", "chip ns"));
            return;
        }

        cells.Value(row, value, largest);
        html.Text(" ").Element("span", () => places.Write(cell.Citations), ("class", "small"));
    }
}
