using System.Collections.Frozen;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Geo;
using SpatialPlan.Server.Ogc;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Export;

/// <summary>What is asked for: the features as items selects them, the format, and how the file is written.</summary>
/// <param name="Selection">The features.</param>
/// <param name="Format">Null when only the description of the export is wanted.</param>
/// <param name="Crs">What the coordinates are in.</param>
/// <param name="IsGbk">A shapefile for programs that read GBK only.</param>
/// <param name="IsZip">The file with its description beside it.</param>
/// <param name="Filter">The parameters that select, as they were given.</param>
/// <param name="Language">In which the name of a layer is wanted; null when it was not said.</param>
public sealed record ExportQuery(FeatureSelection Selection, ExportFormat? Format, CrsDefinition Crs, bool IsGbk, bool IsZip, string Filter, string? Language)
{
    /// <summary>The order of the features; that of their codes when there is nothing.</summary>
    public IReadOnlyList<SortKey> Order { get; init; } = [];

    /// <summary>Which columns are wanted; all when it is null. The code is always among them.</summary>
    public FeatureContent? Content { get; init; }

    /// <summary>The media type of a page of items; null when it is a file that somebody keeps under a name.</summary>
    public string? PageType { get; init; }

    public bool HasGeometry => Content is not { HasGeometry: false };

    /// <summary>The columns of a table of it.</summary>
    public IReadOnlyList<ExportColumn> Columns(bool withMeasures)
    {
        var all = ExportColumn.Of(Selection.Collection, Crs, withMeasures && HasGeometry);
        return Content is not { } content ? all : [.. all.Where(column => column.Title is null || column.Name == "code" || content.Properties.Any(property => property.Name == column.Name))];
    }

    /// <summary>The value of f that answers with the description alone.</summary>
    public const string Metadata = "metadata";

    private const string Gbk = "gbk";
    private static readonly string[] Own = ["f", "crs", "encoding", "package", "lang", SortKey.Parameter];
    private static readonly string[] Languages = [Web.Language.Chinese, Web.Language.English];
    private static readonly string[] Encodings = ["utf-8", Gbk];
    private static readonly string[] Formats = [.. ExportFormat.All.Select(format => format.Name), Metadata];

    public static ExportQuery Read(CollectionDefinition collection, IQueryCollection given)
    {
        var known = FeatureSelection.Parameters(collection).Concat(Own).ToFrozenSet();
        var query = QueryReader.Of(given, known, Formats);
        var name = query.Find("f") ?? throw RequestException.Malformed("parameter-missing", new { parameter = "f", supported = Formats });
        var format = ExportFormat.All.FirstOrDefault(format => format.Name == name);
        var encoding = OneOf(query, "encoding", Encodings) ?? Encodings[0];
        foreach (var (parameter, isFor) in new[] { ("encoding", format == ExportFormat.Shapefile), ("lang", format == ExportFormat.LayerDefinition), ("package", format != ExportFormat.LayerDefinition), (SortKey.Parameter, format != ExportFormat.LayerDefinition) })
        {
            if (query.Find(parameter) is not null && !isFor)
            {
                throw RequestException.Malformed("parameter-not-for-format", new { parameter, value = name });
            }
        }

        var isZip = OneOf(query, "package", ["zip"]) is not null || format is { IsAlwaysZip: true };
        var filter = QueryString.Create(query.All.Where(entry => !Own.Contains(entry.Key)).OrderBy(entry => entry.Key, StringComparer.Ordinal)!);
        return new ExportQuery(FeatureSelection.Read(collection, query), format, ReadCrs(query, format), encoding == Gbk, isZip, Uri.UnescapeDataString(filter.ToString().TrimStart('?')), OneOf(query, "lang", Languages))
        {
            Order = SortKey.Read(collection, query),
        };
    }

    private static CrsDefinition ReadCrs(QueryReader query, ExportFormat? format)
    {
        if (format == ExportFormat.Dxf && query.Find("crs") is null)
        {
            // Degrees are of no use on a drawing board.
            return FileCrs.Drawing;
        }

        var crs = CrsParameter.Read(query, "crs");
        return format == ExportFormat.Kml && !crs.IsWgs84()
            ? throw RequestException.Malformed("crs-not-supported", new { parameter = "crs", supported = new[] { CrsList.Wire.Uri } })
            : crs;
    }

    private static string? OneOf(QueryReader query, string parameter, string[] values) => query.Find(parameter) is { } value
        ? values.FirstOrDefault(known => known == value) ?? throw RequestException.Malformed("value-invalid", new { parameter, value, supported = values })
        : null;
}
