# What the sections below are made of.

worst <- 0

# Prints what was computed beside what was published, and stops where the two differ. `least` is what a difference is held
# against where the number itself is smaller, for nought is reached only up to rounding, and ptukey knows eight decimals.
compare <- function(what, computed, published, least = 1e-6) {
  both <- data.frame(computed = as.numeric(computed), published = as.numeric(published))
  cat("\n", what, "\n", sep = "")
  print(both, digits = 10)
  if (!identical(is.na(both$computed), is.na(both$published))) stop(what, ": a number is missing on one side")
  difference <- abs(both$computed - both$published) / pmax(abs(both$published), least)
  if (any(difference > 1e-6, na.rm = TRUE)) stop(what, ": differs from the published number. Have answers been withdrawn since?")
  worst <<- max(worst, difference, na.rm = TRUE)
}

# --- answers

is_answered <- function(key) answers[[paste0(key, "_status")]] == "answered"

# The numbers that one prototype was given, and all of them with who gave them.
of <- function(key, code) { x <- answers[answers$code == code, key]; x[!is.na(x)] }
given <- function(key, codes) {
  d <- answers[answers$code %in% codes & !is.na(answers[[key]]), c("participant", "code", key)]
  names(d)[3] <- "y"
  d
}
each <- function(key, codes, f) sapply(codes, function(code) f(of(key, code)))

# A question that is asked once per person: the last questionnaire in which it was answered.
last_answers <- function(key) {
  rows <- answers[is_answered(key), ]
  rows <- rows[order(rows$participant, ifelse(is.na(rows$position), 0, rows$position)), ]
  rows[!duplicated(rows$participant, fromLast = TRUE), ]
}

# Which option was chosen or which word was checked, for every questionnaire with an answer.
chose <- function(rows, key, option) {
  if (key %in% names(rows)) return(rows[[key]] == sub("^other:$", "other", option))
  if (option == "other:") return(!is.na(rows[[paste0(key, "_other")]]))
  x <- rows[[paste(key, option, sep = "_")]]
  !is.na(x) & x > 0
}
chosen <- function(key, option, code) chose(answers[answers$code == code & is_answered(key), ], key, option)

# --- means

half_width <- function(x) if (length(x) > 1) qt((1 + confidence) / 2, length(x) - 1) * sd(x) / sqrt(length(x)) else NA
lower_end <- function(x) mean(x) - half_width(x)
upper_end <- function(x) mean(x) + half_width(x)

# The same people rated several prototypes: they are blocks.
within_people <- function(d) {
  d <- d[d$participant %in% names(which(table(d$participant) > 1)), ]
  d$participant <- factor(d$participant)
  d$code <- factor(d$code)
  fit <- lm(y ~ participant + code, data = d)
  tested <- anova(fit)
  columns <- paste0("code", levels(d$code)[-1])
  covariance <- matrix(0, nlevels(d$code), nlevels(d$code), dimnames = list(levels(d$code), levels(d$code)))
  covariance[-1, -1] <- vcov(fit)[columns, columns]
  means <- setNames(c(0, coef(fit)[columns]), levels(d$code))
  list(f = tested["code", "F value"], p = tested["code", "Pr(>F)"], means = means, covariance = covariance, degrees = df.residual(fit))
}

# Tukey-Kramer: difference, ends of its interval, and p, a row per pair.
tukey_pairs <- function(fit, first, second) {
  k <- length(fit$means)
  error <- mapply(function(a, b) sqrt(fit$covariance[a, a] + fit$covariance[b, b] - 2 * fit$covariance[a, b]), first, second)
  difference <- fit$means[first] - fit$means[second]
  half <- qtukey(confidence, k, fit$degrees) / sqrt(2) * error
  p <- ptukey(abs(difference) / error * sqrt(2), k, fit$degrees, lower.tail = FALSE)
  data.frame(difference, lower = difference - half, upper = difference + half, p)
}

# Different people: Welch, pairs adjusted by Holm.
between_people <- function(d) { test <- oneway.test(y ~ code, data = d); list(f = unname(test$statistic), p = test$p.value) }
welch_pairs <- function(key, first, second) {
  tests <- mapply(function(a, b) t.test(of(key, a), of(key, b), conf.level = confidence), first, second, SIMPLIFY = FALSE)
  data.frame(
    difference = sapply(tests, function(test) -diff(unname(test$estimate))),
    lower = sapply(tests, function(test) test$conf.int[1]),
    upper = sapply(tests, function(test) test$conf.int[2]),
    p = p.adjust(sapply(tests, function(test) test$p.value), "holm")
  )
}

# --- shares

# Wilson's interval, as prop.test(x, n, correct = FALSE) gives it.
wilson <- function(x, n) {
  z <- qnorm((1 + confidence) / 2)
  middle <- (x + z^2 / 2) / (n + z^2)
  half <- z * sqrt(x * (n - x) / n + z^2 / 4) / (n + z^2)
  c(if (x == 0) 0 else middle - half, if (x == n) 1 else middle + half)
}
# A row each: count, base, share and its interval, from a list of yes and no.
shares <- function(yes) {
  rows <- lapply(yes, function(x) { n <- length(x); c(sum(x), n, mean(x), if (n > 0) wilson(sum(x), n) else c(NA, NA)) })
  setNames(as.data.frame(do.call(rbind, rows)), c("count", "n", "share", "lower", "upper"))
}

# Promoters minus detractors in a hundred, and with three answers added for small bases.
net_promoter <- function(promoters, passives, detractors) {
  n <- promoters + passives + detractors
  net <- (promoters - detractors) / n
  half <- qnorm((1 + confidence) / 2) * 100 * sqrt(pmax(0, (promoters + detractors) / n - net^2) / n)
  data.frame(score = 100 * net, lower = pmax(-100, 100 * net - half), upper = pmin(100, 100 * net + half))
}

# --- pairs

# The last choice of each person between the same two; whoever preferred neither is left out.
duels <- function(key) {
  rows <- answers[is_answered(key), ]
  rows <- rows[order(rows$participant, ifelse(is.na(rows$position), 0, rows$position)), ]
  left <- as.character(rows[[paste0(key, "_left")]])
  right <- as.character(rows[[paste0(key, "_right")]])
  choice <- as.character(rows[[key]])
  d <- data.frame(person = rows$participant, winner = choice, loser = ifelse(choice == left, right, left), pair = paste(pmin(left, right), pmax(left, right)))
  d <- d[!duplicated(d[c("person", "pair")], fromLast = TRUE), ]
  d[d$winner != "none", ]
}
# Bradley and Terry's strengths by maximum likelihood, as the chance to be preferred to one of the others.
# NULL where nothing fits best, because some never lost to the others or never beat them.
chances <- function(d, sides) {
  k <- length(sides)
  reach <- unclass(table(factor(d$winner, sides), factor(d$loser, sides))) > 0 | diag(k) == 1
  for (i in seq_len(k)) reach <- reach %*% reach > 0
  if (!all(reach)) return(NULL)
  x <- outer(d$winner, sides, "==") - outer(d$loser, sides, "==")
  fit <- glm.fit(x[, -1, drop = FALSE], rep(1, nrow(d)), family = binomial(), intercept = FALSE, control = list(epsilon = 1e-13, maxit = 100))
  strengths <- c(0, fit$coefficients)
  (rowSums(plogis(outer(strengths, strengths, "-"))) - 0.5) / (k - 1)
}

# --- checked words

# Cochran's Q from a row per person and a column per prototype.
cochran <- function(checked) {
  k <- ncol(checked)
  spread <- k * sum(checked) - sum(rowSums(checked)^2)
  if (spread == 0) 0 else (k - 1) * (k * sum(colSums(checked)^2) - sum(checked)^2) / spread
}
# Correspondence analysis: how often each word was checked for each prototype, as points. The sign of an axis is arbitrary.
word_map <- function(key, words, codes) {
  counts <- sapply(words, function(word) sapply(codes, function(code) sum(chosen(key, word, code))))
  parts <- counts / sum(counts)
  row <- rowSums(parts)
  column <- colSums(parts)
  found <- svd((parts - row %o% column) / sqrt(row %o% column))
  list(prototypes = abs(sweep(found$u, 2, found$d, "*") / sqrt(row)), words = abs(sweep(found$v, 2, found$d, "*") / sqrt(column)))
}
# People who answered for every prototype that was tried.
complete_checks <- function(key, word) {
  rows <- answers[answers$code %in% tried & is_answered(key), ]
  checked <- tapply(as.numeric(chose(rows, key, word)), list(rows$participant, factor(rows$code, levels = tried)), sum)
  checked[complete.cases(checked), , drop = FALSE]
}

# Mean liking where a word was checked and where it was not.
lift <- function(key, word, liking) {
  rows <- answers[is_answered(key) & !is.na(answers[[liking]]), ]
  yes <- chose(rows, key, word)
  c(sum(yes), mean(rows[yes, liking]), mean(rows[!yes, liking]), mean(rows[yes, liking]) - mean(rows[!yes, liking]))
}

# --- orders, best and worst

places <- function(key, items) as.matrix(last_answers(key)[paste(key, items, sep = "_")])
# Points k - place; what was left unranked shares the mean of the points left.
borda <- function(ranks) {
  k <- ncol(ranks)
  left <- (k - rowSums(!is.na(ranks)) - 1) / 2
  colSums(ifelse(is.na(ranks), matrix(left, nrow(ranks), k), k - ranks))
}
nemenyi <- function(ranks, first, second) {
  k <- ncol(ranks)
  difference <- colMeans(ranks)[first] - colMeans(ranks)[second]
  data.frame(difference, p = ptukey(abs(difference) / sqrt(k * (k + 1) / (12 * nrow(ranks))), k, Inf, lower.tail = FALSE))
}

# How often an item was shown, best and worst, and (best - worst) / shown.
best_worst <- function(key, items) {
  rows <- last_answers(key)
  tasks <- sub("_best$", "", grep(paste0("^", key, "_[0-9]+_best$"), names(rows), value = TRUE))
  shown <- unlist(strsplit(na.omit(unlist(rows[paste0(tasks, "_shown")])), " "))
  count <- function(part, item) sum(unlist(rows[paste0(tasks, part)]) == item, na.rm = TRUE)
  d <- data.frame(shown = sapply(items, function(item) sum(shown == item)), best = sapply(items, function(item) count("_best", item)),
                  worst = sapply(items, function(item) count("_worst", item)))
  d$score <- (d$best - d$worst) / d$shown
  d
}

# --- features and prices

kano_table <- c("QAAAO", "RIIIM", "RIIIM", "RIIIM", "RRRRQ")
kano <- function(key) {
  rows <- last_answers(key)
  with_it <- rows[[paste0(key, "_functional")]]
  without_it <- rows[[paste0(key, "_dysfunctional")]]
  substring(kano_table[with_it], without_it, without_it)
}

# Where two curves cross first: straight lines between prices, the middle where they lie on each other.
crossing <- function(price, a, b) {
  d <- ifelse(abs(a - b) < 1e-12, 0, a - b)
  apart <- which(d != 0)
  turn <- which(diff(sign(d[apart])) != 0)[1]
  if (is.na(turn)) return(c(NA, NA))
  i <- apart[turn]
  j <- apart[turn + 1]
  if (j > i + 1) return(c((price[i + 1] + price[j - 1]) / 2, (a[i + 1] + a[j - 1]) / 2))
  along <- d[i] / (d[i] - d[j])
  c(price[i] + along * (price[j] - price[i]), a[i] + along * (a[j] - a[i]))
}
# Four prices of every person whose prices are in order: a row per point, its price and its share.
price_points <- function(key) {
  q <- last_answers(key)[paste(key, c("too_cheap", "cheap", "expensive", "too_expensive"), sep = "_")]
  names(q) <- c("too_cheap", "cheap", "expensive", "too_expensive")
  q <- q[q$too_cheap < q$cheap & q$cheap < q$expensive & q$expensive < q$too_expensive, ]
  price <- sort(unique(unlist(q)))
  at_most <- function(x) sapply(price, function(p) sum(x <= p) / nrow(q))
  at_least <- function(x) sapply(price, function(p) 1 - sum(x < p) / nrow(q))
  too_cheap <- at_least(q$too_cheap)
  cheap <- at_least(q$cheap)
  expensive <- at_most(q$expensive)
  too_expensive <- at_most(q$too_expensive)
  rbind(optimal = crossing(price, too_cheap, too_expensive), indifference = crossing(price, cheap, expensive),
        lowest = crossing(price, too_cheap, 1 - cheap), highest = crossing(price, too_expensive, 1 - expensive),
        lowestNarrow = crossing(price, too_cheap, expensive), highestNarrow = crossing(price, too_expensive, cheap))
}

# --- what goes together with liking

# Correlations, slopes in standard deviations, parts of R squared averaged over all orders (Shapley), and relative weights (Johnson).
drivers <- function(liking, keys) {
  d <- answers[c("participant", liking, keys)]
  d <- d[complete.cases(d), ]
  r <- cor(d[-1])
  x <- r[-1, -1]
  y <- r[-1, 1]
  fit <- function(set) if (length(set) == 0) 0 else sum(y[set] * solve(x[set, set], y[set]))
  k <- length(keys)
  shapley <- sapply(seq_len(k), function(own) {
    others <- setdiff(seq_len(k), own)
    sum(sapply(0:(2^(k - 1) - 1), function(mask) {
      before <- others[bitwAnd(mask, 2^(seq_along(others) - 1)) > 0]
      (fit(c(before, own)) - fit(before)) * factorial(length(before)) * factorial(k - length(before) - 1) / factorial(k)
    }))
  })
  axes <- eigen(x, symmetric = TRUE)
  root <- axes$vectors %*% diag(sqrt(axes$values)) %*% t(axes$vectors)
  people <- length(unique(d$participant))
  p <- 2 * pt(-abs(y * sqrt((people - 2) / (1 - y^2))), people - 2)
  cat("R squared:", format(fit(seq_len(k)), digits = 10), "from", nrow(d), "questionnaires\n")
  data.frame(correlation = y, beta = solve(x, y), shapley, weight = as.vector(root^2 %*% solve(root, y)^2), p = p.adjust(p, "BH"))
}
