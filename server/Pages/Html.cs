using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace SpatialPlan.Server.Pages;

/// <summary>A page in the making. Text and values of attributes are encoded; only tags and names of attributes are ours.</summary>
public sealed class Html
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder page = new();

    public override string ToString() => page.ToString();

    /// <summary>An element without content.</summary>
    public Html Void(string tag, params ReadOnlySpan<(string Name, string? Value)> attributes) => Start(tag, attributes);

    /// <summary>An element with what <paramref name="content"/> puts into it.</summary>
    public Html Element(string tag, Action content, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Start(tag, attributes);
        content();
        page.Append("</").Append(tag).Append('>');
        return this;
    }

    public Html Element(string tag, string text, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Start(tag, attributes).Text(text);
        page.Append("</").Append(tag).Append('>');
        return this;
    }

    public Html Link(string address, string text, string? cssClass = null) => Element("a", text, ("href", address), ("class", cssClass));

    /// <summary>Whether something stands in another language than the page.</summary>
    public bool HasOther { get; private set; }

    /// <summary>A text; one in another language than the page says in which, to voices and to readers.</summary>
    public Html Say(Said said, PageWords words)
    {
        if (said.Language == words.Language)
        {
            return Text(said.Text);
        }

        HasOther = true;
        return Element("span", said.Text, ("class", "other"), ("lang", Said.Tag(said.Language)), ("data-language", words[$"language.{said.Language}"]));
    }

    /// <summary>An element with such a text.</summary>
    public Html Element(string tag, Said said, PageWords words, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Start(tag, attributes).Say(said, words);
        page.Append("</").Append(tag).Append('>');
        return this;
    }

    public Html Text(string text)
    {
        page.Append(Encoder.Encode(text));
        return this;
    }

    /// <summary>The style sheet, which is a file of ours.</summary>
    public Html Style(string sheet)
    {
        page.Append("<style>").Append(sheet).Append("</style>");
        return this;
    }

    public Html Doctype()
    {
        page.Append("<!doctype html>\n");
        return this;
    }

    private Html Start(string tag, ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        page.Append('<').Append(tag);
        foreach (var (name, value) in attributes)
        {
            if (value is not null)
            {
                page.Append(' ').Append(name).Append("=\"").Append(Encoder.Encode(value)).Append('"');
            }
        }

        page.Append('>');
        return this;
    }
}
