namespace SpatialPlan.Server.Cql2;

/// <summary>The encodings of CQL2.</summary>
public enum FilterLanguage
{
    Text,
    Json,
}

/// <summary>A condition that is understood and fits what it is asked of; what is left to do with it cannot fail.</summary>
public sealed class Filter
{
    private readonly Queryables queryables;

    private Filter(Expression tree, Queryables queryables) => (Tree, this.queryables) = (tree, queryables);

    public Expression Tree { get; }

    public static Reading<Filter> Read(string source, FilterLanguage language, Queryables queryables, FilterLimits? limits = null)
    {
        var tree = Parse(source, language, limits);
        if (!tree.Succeeded)
        {
            return tree.Error;
        }

        if (queryables.ToStore is { } toStore)
        {
            tree = new Relocation(source, toStore).Move(tree.Value);
            if (!tree.Succeeded)
            {
                return tree.Error;
            }
        }

        return TypeChecker.Check(source, tree.Value, queryables) is { } error ? error : new Filter(tree.Value, queryables);
    }

    /// <summary>The tree alone, whatever its properties are.</summary>
    public static Reading<Expression> Parse(string source, FilterLanguage language, FilterLimits? limits = null) => language == FilterLanguage.Text
        ? TextParser.Read(source, limits ?? FilterLimits.Default)
        : JsonParser.Read(source, limits ?? FilterLimits.Default);

    /// <summary>The condition in SQL: its words are ours, every value of the request goes through <paramref name="parameter"/>.</summary>
    public string Sql(Func<object, string> parameter) => new SqlWriter(queryables, parameter).Write(Tree);
}
