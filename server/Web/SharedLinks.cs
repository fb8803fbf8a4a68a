using System.Collections.Frozen;

namespace SpatialPlan.Server.Web;

/// <summary>
/// What messengers and advertisers hang on the address of a page that somebody shares. A page does not know them and opens
/// all the same; any other parameter that it does not know is an error, for it may have been meant as a filter.
/// </summary>
public static class SharedLinks
{
    private static readonly string[] Beginnings = ["utm_", "mtm_", "pk_", "hsa_", "wx_", "dd_", "fb_", "sharer_", "share_", "_hs", "mc_"];

    private static readonly FrozenSet<string> Names = FrozenSet.ToFrozenSet(
        [
            // WeChat, QQ, Weibo, DingTalk, Alipay, Baidu, Alibaba.
            "from", "isappinstalled", "scene", "subscene", "ascene", "clicktime", "enterid", "sessionid", "devicetype", "version", "nettype", "abtest_cookie",
            "exportkey", "pass_ticket", "nwr_flag", "mpshare", "srcid", "nsukey", "sukey", "_wv", "_wwv", "tdsourcetag", "ADUIN", "ADSESSION", "ADTAG", "ADPUBNO",
            "weibo_id", "sudaref", "wfr", "chInfo", "bd_vid", "hmsr", "hmpl", "hmcu", "hmkw", "hmci", "spm", "scm", "from_source",

            // Elsewhere.
            "fbclid", "gclid", "gclsrc", "dclid", "gbraid", "wbraid", "srsltid", "_ga", "_gl", "msclkid", "twclid", "ttclid", "yclid", "ysclid", "igshid", "igsh",
            "li_fat_id", "trk", "ref", "ref_src", "ref_url", "si",
        ],
        StringComparer.Ordinal);

    public static bool Added(string parameter) =>
        Names.Contains(parameter) || Array.Exists(Beginnings, beginning => parameter.StartsWith(beginning, StringComparison.Ordinal));
}
