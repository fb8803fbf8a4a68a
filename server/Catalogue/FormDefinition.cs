using System.Text.Json.Nodes;

namespace SpatialPlan.Server.Catalogue;

/// <summary>What people are asked when they draw something new (catalogue/forms.json), as far as the server goes by it.</summary>
/// <param name="Role">Of the collection that is drawn.</param>
/// <param name="Groups">What is asked.</param>
/// <param name="Defaults">Values of properties that stand where nothing was said.</param>
public sealed record FormDefinition(CollectionRole Role, IReadOnlyList<FormGroup> Groups, JsonObject Defaults)
{
    /// <summary>Every property that the form names.</summary>
    public IEnumerable<string> Properties => Groups.SelectMany(group => group.Fields).Select(asked => asked.Property).Concat(Defaults.Select(entry => entry.Key)).Distinct();

    /// <summary>What was said, completed.</summary>
    public JsonObject Complete(JsonObject properties)
    {
        var whole = properties.DeepClone().AsObject();
        foreach (var (name, value) in Defaults)
        {
            whole[name] ??= value?.DeepClone();
        }

        return whole;
    }
}

/// <summary>Fields that stand together.</summary>
public sealed record FormGroup(string Code, IReadOnlyList<FormField> Fields);

/// <summary>A property that is asked for.</summary>
public sealed record FormField(string Property);
