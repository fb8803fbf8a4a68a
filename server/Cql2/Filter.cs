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
        return tree.Succeeded ? Check(source, tree.Value, queryables) : tree.Error;
    }

    /// <summary>A tree that was read from <paramref name="source"/>, or a part of it, held against what it is asked of.</summary>
    public static Reading<Filter> Check(string source, Expression tree, Queryables queryables)
    {
        var placed = queryables.ToStore is { } toStore ? new Relocation(source, toStore).Move(tree) : tree;
        if (!placed.Succeeded)
        {
            return placed.Error;
        }

        return TypeChecker.Check(source, placed.Value, queryables) is { } error ? error : new Filter(placed.Value, queryables);
    }

    /// <summary>The tree alone, whatever its properties are.</summary>
    public static Reading<Expression> Parse(string source, FilterLanguage language, FilterLimits? limits = null) => language == FilterLanguage.Text
        ? TextParser.Read(source, limits ?? FilterLimits.Default)
        : JsonParser.Read(source, limits ?? FilterLimits.Default);

    /// <summary>The same with a part of its tree.</summary>
    public Filter Only(Expression part) => new(part, queryables);

    /// <summary>The condition in SQL: its words are ours, every value of the request goes through <paramref name="parameter"/>.</summary>
    public string Sql(Func<object, string> parameter) => new SqlWriter(queryables, parameter).Write(Tree);
}
