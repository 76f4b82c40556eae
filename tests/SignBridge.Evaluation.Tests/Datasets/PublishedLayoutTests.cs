using SignBridge.Evaluation.Datasets;

namespace SignBridge.Evaluation.Tests.Datasets;

/// <summary>Each published layout on a miniature of our own content; docs/datasets.md names the sources of the layouts.</summary>
public sealed class PublishedLayoutTests : IDisposable
{
    private readonly DatasetFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Phoenix2014_ImagesAndGlosses_AreFoundBySplit()
    {
        const string frames = "features/fullFrame-210x260px";
        _folder.Touch($"{frames}/train/01May_2010_Monday_a_default-0/1/01May_2010_Monday_a.avi_pid0_fn000000-0.png", $"{frames}/dev/02May_2010_Tuesday_a_default-3/1/x-0.png");
        _folder.Write("annotations/manual/train.corpus.csv", "id|folder|signer|annotation", "01May_2010_Monday_a_default-0|01May_2010_Monday_a_default-0/1/*.png|Signer04|__ON__ MORGEN \"REGEN\" __OFF__");
        _folder.Write(
            "annotations/manual/dev.corpus.csv",
            "id|folder|signer|annotation",
            "02May_2010_Tuesday_a_default-3|02May_2010_Tuesday_a_default-3/1/*.png|Signer01|SONNE",
            "03May_2010_Wednesday_a_default-1|03May_2010_Wednesday_a_default-1/1/*.png|Signer01|WIND",
            "04May_2010|Signer01");

        var samples = Usable(new Phoenix2014Reader());

        Assert.Equal(["01May_2010_Monday_a_default-0 train Signer04 __ON__ MORGEN \"REGEN\" __OFF__", "02May_2010_Tuesday_a_default-3 dev Signer01 SONNE"], samples.Select(Line));
        Assert.Equal(new SampleMedia(_folder[$"{frames}/train/01May_2010_Monday_a_default-0/1"]) { ImagesPerSecond = 25 }, samples[0].Media);
        Assert.Equal(["missing-file annotations/manual/dev.corpus.csv:3", "broken-row annotations/manual/dev.corpus.csv:4"], _folder.Problems(new Phoenix2014Reader()));
        AssertRecognised("phoenix-2014");
    }

    [Fact]
    public void Phoenix2014_SignerIndependent_IsReadFromItsOwnTables()
    {
        _folder.Touch("features/fullFrame-210x260px/test/a/1/0.png");
        _folder.Write("annotations/manual/test.SI5.corpus.csv", "id|folder|signer|annotation", "a|a/1/*.png|Signer05|WIND");

        Assert.Equal(["a test Signer05 WIND"], _folder.Samples(new Phoenix2014Reader()).Select(Line));
    }

    [Fact]
    public void Phoenix2014T_GlossesAndSentence_AreRead()
    {
        const string name = "11May_2010_Monday_a-2";
        _folder.Touch($"features/fullFrame-210x260px/dev/{name}/images0001.png");
        _folder.Write("annotations/manual/PHOENIX-2014-T.dev.corpus.csv", "name|video|start|end|speaker|orth|translation", $"{name}|{name}/1/*.png|-1|-1|Signer08|MORGEN SONNE|morgen scheint überall die sonne .");

        var sample = Assert.Single(_folder.Samples(new Phoenix2014TReader()));

        Assert.Equal($"{name} dev Signer08 MORGEN SONNE", Line(sample));
        Assert.Equal(("morgen scheint überall die sonne .", "de"), (sample.Text, sample.Language));
        Assert.Equal(new SampleMedia(_folder[$"features/fullFrame-210x260px/dev/{name}"]) { ImagesPerSecond = 25 }, sample.Media);
        AssertRecognised("phoenix-2014t");
    }

    [Fact]
    public void CslDaily_TextTables_AreJoinedByName()
    {
        _folder.Touch("sentence/frames_512x512/S000001_P0002_T00/000000.jpg", "sentence/frames_512x512/S000002_P0003_T00/000000.jpg");
        _folder.Write("sentence_label/split_1.txt", "name|split", "S000001_P0002_T00|test", "S000009_P0009_T00|train");
        _folder.Write(
            "sentence_label/video_map.txt",
            "index|name|length|gloss|char|word|postag",
            "0|S000001_P0002_T00|92|我 狗 看|我 看 见 狗|我 看见 狗|r v n",
            "1|S000002_P0003_T00|80|你 好|你 好|你好|v");

        var samples = Usable(new CslDailyReader());

        Assert.Equal(["S000001_P0002_T00 test P0002 我 狗 看", "S000002_P0003_T00  P0003 你 好"], samples.Select(Line));
        Assert.Equal(("我看见狗", "zh"), (samples[0].Text, samples[0].Language));
        Assert.Equal(30, samples[0].Media.ImagesPerSecond);
        Assert.Equal(["broken-row sentence_label/split_1.txt:3"], _folder.Problems(new CslDailyReader()));
        AssertRecognised("csl-daily");
    }

    [Fact]
    public void How2Sign_WholeVideo_IsPreferredToAClipCutAtTheTimesOfTheSpeech()
    {
        const string header = "VIDEO_ID\tVIDEO_NAME\tSENTENCE_ID\tSENTENCE_NAME\tSTART_REALIGNED\tEND_REALIGNED\tSENTENCE";
        _folder.Touch(
            "video_level/val/rgb_front/raw_videos/a-b-5-rgb_front.mp4",
            "sentence_level/val/rgb_front/raw_videos/a-b_0-5-rgb_front.mp4",
            "sentence_level/val/rgb_front/raw_videos/c_0-8-rgb_front.mp4");
        _folder.Write(
            "sentence_level/val/text/en/raw_text/re_aligned/how2sign_realigned_val.csv",
            header,
            "a-b\ta-b-5-rgb_front\ta-b_0\ta-b_0-5-rgb_front\t1.5\t4.25\tUse a 6\" board.",
            "c\tc-8-rgb_front\tc_0\tc_0-8-rgb_front\t0\t2\t\"He said \"\"no\"\".\"",
            "d\td-8-rgb_front\td_0\td_0-8-rgb_front\tsoon\t2\tGone.");

        var samples = Usable(new How2SignReader());

        Assert.Equal(["a-b_0-5-rgb_front val 5 ", "c_0-8-rgb_front val 8 "], samples.Select(Line));
        Assert.Equal(["Use a 6\" board.", "He said \"no\"."], samples.Select(s => s.Text));
        Assert.Equal(
            new SampleMedia(_folder["video_level/val/rgb_front/raw_videos/a-b-5-rgb_front.mp4"]) { Start = TimeSpan.FromSeconds(1.5), End = TimeSpan.FromSeconds(4.25) },
            samples[0].Media);
        Assert.Equal(new SampleMedia(_folder["sentence_level/val/rgb_front/raw_videos/c_0-8-rgb_front.mp4"]), samples[1].Media);
        Assert.Equal(["broken-row sentence_level/val/text/en/raw_text/re_aligned/how2sign_realigned_val.csv:4"], _folder.Problems(new How2SignReader()));
        AssertRecognised("how2sign");
    }

    [Fact]
    public void OpenAsl_CutClip_IsPreferredToTheWholeVideo()
    {
        _folder.Touch("video-clip/y1-00%00%01.000-00%00%03.500.mp4", "raw-video/y2.mp4");
        _folder.Write(
            "data/openasl-v1.0.tsv",
            "vid\tyid\tstart\tend\traw-text\ttokenized-text\tgloss\tsplit",
            "y1-00:00:01.000-00:00:03.500\ty1\t00:00:01.000\t00:00:03.500\tHello there.\thello there .\t\ttrain",
            "y2-00:01:00.250-00:01:02.000\ty2\t00:01:00.250\t00:01:02.000\tGood night.\tgood night .\t\ttest",
            "y3-00:01:00.250-00:01:02.000\ty3\t00:01:00.250\t00:01:02.000\tGone.\tgone .\t\ttest");

        var samples = Usable(new OpenAslReader());

        Assert.Equal(new SampleMedia(_folder["video-clip/y1-00%00%01.000-00%00%03.500.mp4"]), samples[0].Media);
        Assert.Equal(new SampleMedia(_folder["raw-video/y2.mp4"]) { Start = TimeSpan.FromSeconds(60.25), End = TimeSpan.FromSeconds(62) }, samples[1].Media);
        Assert.Equal(("Good night.", "test", "en"), (samples[1].Text, samples[1].Split, samples[1].Language));
        Assert.Equal("good night .", samples[1].Columns["tokenized-text"]);
        Assert.Equal(["missing-file data/openasl-v1.0.tsv:4"], _folder.Problems(new OpenAslReader()));
        AssertRecognised("openasl");
    }

    [Fact]
    public void Wlasl_Instances_AreCutVideosOfTheirGloss()
    {
        _folder.Touch("videos/00001.mp4", "videos/00003.mp4");
        _folder.Write(
            "WLASL_v0.3.json",
            """
            [{"gloss": "hot dog", "instances": [
               {"bbox": [1, 2, 3, 4], "fps": 25, "frame_end": 60, "frame_start": 1, "instance_id": 0, "signer_id": 118, "source": "s", "split": "train", "url": "http://x/1.mp4", "variation_id": 0, "video_id": "00001"},
               {"fps": 25, "signer_id": 5, "split": "test", "video_id": "00002"}]},
             {"gloss": "cat", "instances": [{"signer_id": 90, "split": "val", "video_id": "00003"}, {"signer_id": 90, "split": "val"}]},
             {"gloss": "dog"}]
            """);

        var samples = Usable(new WlaslReader());

        Assert.Equal(["00001 train 118 hot dog", "00003 val 90 cat"], samples.Select(Line));
        Assert.Equal("hot dog", Assert.Single(samples[0].Glosses!));
        Assert.Equal(new SampleMedia(_folder["videos/00001.mp4"]), samples[0].Media);
        Assert.Equal("0", samples[0].Columns["variation_id"]);
        Assert.Equal(
            ["missing-file WLASL_v0.3.json:[0].instances[1]", "broken-row WLASL_v0.3.json:[1].instances[1]", "broken-row WLASL_v0.3.json:[2]"],
            _folder.Problems(new WlaslReader()));
        AssertRecognised("wlasl");
    }

    [Fact]
    public void MsAsl_Instances_AreSpansOfVideos()
    {
        _folder.Touch("videos/abcDEF12345.mp4");
        _folder.Write("MSASL_classes.json", """["hello", "nice to meet you"]""");
        _folder.Write(
            "MSASL_val.json",
            """
            [{"org_text": "hi", "clean_text": "hello", "start_time": 0.0, "signer_id": 3, "signer": 1, "start": 0, "end": 83, "file": "a", "label": 1, "height": 360.0, "fps": 30.0, "end_time": 2.767, "url": "https://www.youtube.com/watch?v=abcDEF12345&t=1", "text": "hello", "box": [0.06, 0.2, 1.0, 0.8], "width": 640.0},
             {"start_time": 0.0, "end_time": 1, "signer_id": 3, "label": 7, "url": "https://youtu.be/abcDEF12345"},
             {"start_time": 4, "end_time": 5, "signer_id": 3, "label": 0, "url": "www.youtube.com/watch?v=gone"}]
            """);

        var sample = Assert.Single(Usable(new MsAslReader()));

        Assert.Equal("val-0 val 3 nice to meet you", Line(sample));
        Assert.Equal(new SampleMedia(_folder["videos/abcDEF12345.mp4"]) { Start = TimeSpan.Zero, End = TimeSpan.FromSeconds(2.767) }, sample.Media);
        Assert.Equal(["broken-row MSASL_val.json:[1]", "missing-file MSASL_val.json:[2]"], _folder.Problems(new MsAslReader()));
        AssertRecognised("ms-asl");
    }

    [Fact]
    public void KaggleIslr_Rows_NameTheirLandmarks()
    {
        _folder.Touch("train_landmark_files/26734/1000035562.parquet");
        _folder.Write(
            "train.csv",
            "path,participant_id,sequence_id,sign",
            "train_landmark_files/26734/1000035562.parquet,26734,1000035562,blow",
            "train_landmark_files/26734/1.parquet,26734,1,wait");

        var sample = Assert.Single(Usable(new KaggleIslrReader()));

        Assert.Equal("1000035562 train 26734 blow", Line(sample));
        Assert.Equal(new SampleMedia(_folder["train_landmark_files/26734/1000035562.parquet"]), sample.Media);
        Assert.Equal(["missing-file train.csv:3"], _folder.Problems(new KaggleIslrReader()));
        AssertRecognised("kaggle-islr");
    }

    [Fact]
    public void KaggleFingerspelling_Rows_AreSequencesOfAFile()
    {
        _folder.Touch("train_landmarks/5414471.parquet", "supplemental_landmarks/33432165.parquet");
        _folder.Write("train.csv", "path,file_id,sequence_id,participant_id,phrase", "train_landmarks/5414471.parquet,5414471,1816796431,217,3 creekhouse", "train_landmarks/5414471.parquet,5414471,1816825349,107,");
        _folder.Write("supplemental_metadata.csv", "path,file_id,sequence_id,participant_id,phrase", "supplemental_landmarks/33432165.parquet,33432165,1535467051,251,coming up shortly");

        var samples = Usable(new KaggleFingerspellingReader());

        Assert.Equal(["1816796431 train 217 ", "1535467051 supplemental 251 "], samples.Select(Line));
        Assert.Equal(["3 creekhouse", "coming up shortly"], samples.Select(s => s.Text));
        Assert.Equal("1816796431", samples[0].Media.Sequence);
        Assert.Equal(["broken-row train.csv:3"], _folder.Problems(new KaggleFingerspellingReader()));
        AssertRecognised("kaggle-fingerspelling");
    }

    [Fact]
    public void Autsl_LabelsWithoutHeader_AreNamedByTheListOfSigns()
    {
        _folder.Touch("train/signer0_sample1_color.mp4", "train/signer0_sample1_depth.mp4", "val/signer3_sample1_color.mp4");
        _folder.Write("SignList_ClassId_TR_EN.csv", "ClassId,TR,EN", "0,abla,sister", "41,dün,yesterday");
        _folder.Write("train_labels.csv", "signer0_sample1,41", "signer0_sample2,0", "signer0_sample3,99");
        _folder.Write("ground_truth_validation.csv", "signer3_sample1,0");

        var samples = Usable(new AutslReader());

        Assert.Equal(["train/signer0_sample1 train signer0 yesterday", "val/signer3_sample1 val signer3 sister"], samples.Select(Line));
        Assert.Equal("dün", samples[0].Columns["TR"]);
        Assert.Equal(["missing-file train_labels.csv:2", "broken-row train_labels.csv:3"], _folder.Problems(new AutslReader()));
        AssertRecognised("autsl");
    }

    [Fact]
    public void Read_FolderOfAnotherLayout_IsRefusedInOneSentence() => Assert.All(
        DatasetCatalog.Readers.Where(r => r.Name is not ("sign-folders" or "named-clips" or "lsa64" or "pose-folder")),
        reader =>
        {
            var failure = Assert.Throws<SignBridgeException>(() => reader.Read(_folder.Path).ToList());
            Assert.Equal(FailureKind.Input, failure.Kind);
            Assert.Contains($"'{_folder.Path}'", failure.Message, StringComparison.Ordinal);
            Assert.Contains(reader.Layout, failure.Message, StringComparison.Ordinal);
        });

    private List<Sample> Usable(IDatasetReader reader) => [.. reader.Read(_folder.Path).Where(e => e.Sample is not null).Select(e => e.Sample!)];

    private void AssertRecognised(string name) => Assert.Equal(name, DatasetCatalog.Recognise(_folder.Path).Name);

    private static string Line(Sample sample) => $"{sample.Id} {sample.Split} {sample.Signer} {string.Join(' ', sample.Glosses ?? [])}";
}
