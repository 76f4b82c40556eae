using OpenCvSharp;

namespace SignBridge.Video;

/// <summary>Breaks a caption into lines that fit a frame: as large as reads well, smaller where it would cover too much.</summary>
internal sealed class CaptionLayout
{
    /// <summary>The typeface.</summary>
    public const HersheyFonts Font = HersheyFonts.HersheySimplex;

    private const double LargestShareOfHeight = 1.0 / 3;
    private const double Shrink = 0.85;
    private const int SmallestLetters = 8;

    /// <summary>Frames lower than this have no room for a line that anybody could read.</summary>
    public const int LeastFrameHeight = 9 * SmallestLetters;

    private CaptionLayout(IReadOnlyList<string> lines, int letters, int width)
    {
        Lines = lines;
        (Letters, Thickness, Scale) = (letters, ThicknessOf(letters), ScaleOf(letters));
        Margin = MarginOf(width);
    }

    /// <summary>The lines, first one first.</summary>
    public IReadOnlyList<string> Lines { get; }

    /// <summary>Height of capital letters in pixels.</summary>
    public int Letters { get; }

    /// <summary>Scale for OpenCV's text functions.</summary>
    public double Scale { get; }

    /// <summary>Width of the strokes in pixels.</summary>
    public int Thickness { get; }

    /// <summary>Distance of the text from the left and right edge in pixels.</summary>
    public int Margin { get; }

    /// <summary>Distance from one line to the next in pixels.</summary>
    public int LineHeight => LineHeightOf(Letters);

    /// <summary>Height of the whole caption in pixels, with the space above and below it.</summary>
    public int Height => (Lines.Count * LineHeight) + Letters;

    /// <summary>Lays out printable ASCII. Where not even the smallest letters let it fit, the last lines are kept, as live captions do.</summary>
    public static CaptionLayout Of(string text, int width, int height)
    {
        var letters = Math.Max(SmallestLetters, Math.Min(width, height) / 24);
        var fits = (int)(height * LargestShareOfHeight);
        while (true)
        {
            var layout = new CaptionLayout(Wrap(text, width - (2 * MarginOf(width)), letters), letters, width);
            if (layout.Height <= fits)
                return layout;
            var smaller = (int)(letters * Shrink);
            if (smaller < SmallestLetters)
            {
                var kept = (fits - letters) / LineHeightOf(letters);
                return new CaptionLayout([.. layout.Lines.TakeLast(kept)], letters, width);
            }

            letters = smaller;
        }
    }

    private static List<string> Wrap(string text, int width, int letters)
    {
        List<string> lines = [];
        var line = "";
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var longer = line.Length == 0 ? word : $"{line} {word}";
            if (WidthOf(longer, letters) > width && line.Length > 0)
            {
                lines.Add(line);
                longer = word;
            }

            line = longer;
            while (line.Length > 1 && WidthOf(line, letters) > width)
            {
                var fits = Enumerable.Range(1, line.Length - 1).TakeWhile(n => WidthOf(line[..n], letters) <= width).LastOrDefault(1);
                lines.Add(line[..fits]);
                line = line[fits..];
            }
        }

        if (line.Length > 0)
            lines.Add(line);
        return lines;
    }

    private static int WidthOf(string text, int letters) => Cv2.GetTextSize(text, Font, ScaleOf(letters), ThicknessOf(letters), out _).Width;

    private static double ScaleOf(int letters) => Cv2.GetFontScaleFromHeight(Font, letters, ThicknessOf(letters));

    private static int ThicknessOf(int letters) => Math.Max(1, (letters + 5) / 10);

    private static int LineHeightOf(int letters) => letters * 2;

    private static int MarginOf(int width) => width / 32;
}
